import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import type { z } from 'zod';
import type { historyResponse } from '../../src/inbound/http/posts/history.response.ts';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { upload } from '../photo-calls.ts';
import { plainPhoto } from '@foundnow/images/testing';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const ORG = sequenceId(91);
const MODERATOR = sequenceId(93);
const CLERK = sequenceId(94);

let posts: PostsUnderTest;
let moderator: string;
let clerk: string;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  moderator = await posts.tokenFor('admin', { userId: MODERATOR });
  clerk = await posts.tokenFor('staff', { userId: CLERK, orgId: ORG });
  author = await posts.tokenFor('user', { orgId: ORG });
});
afterAll(() => posts.stop());

const headers = { 'if-match': '*' };
const report = async (different: Record<string, unknown> = {}, as = author) => {
  const body = aReportRequest({ visibility: 'public', ...different });
  return (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body })).body.id;
};
const remove = async (id: string, as: string, tag = '*') =>
  (await call(posts, `DELETE /posts/${id}`, { as, headers: { 'if-match': tag } })).status;
const history = async (id: string, query = '') =>
  (await call<z.infer<typeof historyResponse>>(posts, `GET /posts/${id}/history${query}`, { as: moderator })).body;

function reasonTold(id: string): Promise<string> {
  return eventually(async () => {
    const told = (await readEvents(posts.bus, 'post.deleted')).find(({ payload }) => payload.postId === id);
    expect(told).toBeDefined();
    return `${told?.payload.reason} by ${told?.payload.actorId}`;
  });
}

/** Who did what to a post, by the audit. */
async function audited(id: string): Promise<string[]> {
  return withClient(posts.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select concat_ws(' ', actor, action, details::jsonb ->> 'reason') as line
       from posts.audit_entries where subject = $1 order by id`,
      [`post/${id}`],
    );
    return rows.map(({ line }) => line);
  });
}

describe('a moderator', () => {
  it('takes away a public post of any organization with its photos, which is told and audited as such', async () => {
    const { body: photo } = await upload(posts, author, await plainPhoto());
    const id = await report({ photoUploadIds: [photo.id] });
    expect(await remove(id, moderator, '"7"')).toBe(412);
    expect(await remove(id, moderator)).toBe(204);
    expect((await call(posts, `GET /posts/${id}`, { as: author })).status).toBe(404);
    expect(await remove(id, moderator)).toBe(404);
    expect(await reasonTold(id)).toBe(`moderation by ${MODERATOR}`);
    expect(await audited(id)).toEqual([`${MODERATOR} post.deleted moderation`]);
    const { rows } = await withClient(posts.database.adminUrl, (client) =>
      client.query('select state from posts.photo where post_id = $1', [id]),
    );
    expect(rows).toEqual([{ state: 'dropped' }]);
  });

  it('reads the versions that everybody could see, as everybody saw them, and that is audited', async () => {
    const id = await report({ visibility: 'organization', title: 'Inside' });
    for (const body of [{ visibility: 'public', title: 'Outside' }, { title: 'Later' }]) {
      await call(posts, `PATCH /posts/${id}`, { as: author, headers, body });
    }
    const { items } = await history(id);
    expect(items.map(({ post, by, byId }) => [post.title, post.place.exact, by, byId])).toEqual([
      ['Later', false, 'author', null],
      ['Outside', false, 'author', null],
    ]);
    expect(await audited(id)).toEqual([`${MODERATOR} post.history_read`]);
    const first = await history(id, '?limit=1');
    const second = await history(id, `?limit=1&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ post }) => post.title)).toEqual(['Later', 'Outside']);
    expect(second.nextCursor).toBeNull();
  });

  it('is a person like others with her own posts', async () => {
    const id = await report({ visibility: 'private' }, moderator);
    expect((await history(id)).items[0]?.post.place.exact).toBe(true);
    expect(await remove(id, moderator)).toBe(204);
    expect(await reasonTold(id)).toBe(`author by ${MODERATOR}`);
    expect(await audited(id)).toEqual([]);
  });
});

describe('the desk', () => {
  it('takes away a post of its organization, which is told and audited as such', async () => {
    const id = await report();
    expect(await remove(id, clerk)).toBe(204);
    expect(await reasonTold(id)).toBe(`staff by ${CLERK}`);
    expect(await audited(id)).toEqual([`${CLERK} post.deleted staff`]);
  });
});
