import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainPhoto } from '@foundnow/images/testing';
import { call } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { type Changed, type Refused, upload } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let author: string;
let photo: Buffer;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
  photo = await plainPhoto();
});
afterAll(() => posts.stop());

const ready = async (as = author) => (await upload(posts, as, photo)).body.id;
const report = async (different: Record<string, unknown> = {}, as = author) =>
  call<WrittenPostResponse & Refused>(posts, 'POST /posts', { as, body: aReportRequest(different) });

describe('an uploaded photo', () => {
  it('that was removed since does not make a repeated report a refused one', async () => {
    const uploadId = await ready();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = aReportRequest({ photoUploadIds: [uploadId] });
    const again = () => call<WrittenPostResponse>(posts, 'POST /posts', { as: author, headers, body });
    const first = await again();
    const match = { 'if-match': '"1"' };
    const removed = await call(posts, `DELETE /posts/${first.body.id}/photos/${uploadId}`, {
      as: author,
      headers: match,
    });
    expect(removed.status).toBe(200);
    const second = await again();
    expect([second.status, second.body.id, second.body.photos]).toEqual([201, first.body.id, []]);
  });

  it('sent by somebody who acts for an organization is hers also when she does not', async () => {
    const me = { userId: crypto.randomUUID() };
    const uploadId = await ready(await posts.tokenFor('user', { ...me, orgId: sequenceId(4) }));
    const alone = await posts.tokenFor('user', me);
    expect((await report({ photoUploadIds: [uploadId] }, alone)).status).toBe(201);
  });

  it('that the desk adds to the post of a colleague is added once, however often that is asked for', async () => {
    const org = { orgId: sequenceId(4) };
    const member = await posts.tokenFor('user', { ...org, userId: crypto.randomUUID() });
    const staff = await posts.tokenFor('staff', { ...org, userId: crypto.randomUUID() });
    const { body: post } = await report({ visibility: 'organization' }, member);
    const body = { uploadId: await ready(staff) };
    const add = () => call<Changed>(posts, `POST /posts/${post.id}/photos`, { as: staff, body });
    const answers = [await add(), await add()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map((answer) => answer.body.photos.length)).toEqual([1, 1]);
  });

  it('becomes part of one post only, and of nobody else’s', async () => {
    const id = await ready();
    const [a, b] = await Promise.all([report({ photoUploadIds: [id] }), report({ photoUploadIds: [id] })]);
    expect(new Set([a?.status, b?.status])).toEqual(new Set([201, 409]));
    const stranger = await posts.tokenFor('user', { userId: crypto.randomUUID() });
    expect((await report({ photoUploadIds: [await ready()] }, stranger)).body.code).toBe('photo.upload_gone');
  });

  it('withdrawn is gone for any post', async () => {
    const id = await ready();
    expect((await call(posts, `DELETE /photos/${id}`, { as: author })).status).toBe(204);
    expect((await report({ photoUploadIds: [id] })).status).toBe(409);
    expect((await call(posts, `DELETE /photos/${id}`, { as: author })).status).toBe(404);
  });
});
