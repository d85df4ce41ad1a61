import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainPhoto } from '@foundnow/images/testing';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { upload } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const ORG = crypto.randomUUID();
const AUTHOR = crypto.randomUUID();

let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user', { userId: AUTHOR, orgId: ORG });
});
afterAll(() => posts.stop());

type Answer = WrittenPostResponse & { readonly code?: string };
const report = (different: Record<string, unknown> = {}, as = author) =>
  call<Answer>(posts, 'POST /posts', { as, body: aReportRequest(different) });
const statusOf = async (path: `/${string}`, as?: string) =>
  (await call(posts, `GET ${path}`, as === undefined ? {} : { as })).status;

/** As anybody can make one: the key of cursors that hide nothing is in this repository. */
function madeUpCursor(listing: string, filter: unknown, position: object): string {
  const body = Buffer.from(JSON.stringify(position));
  const tag = createHmac('sha256', 'foundnow')
    .update(JSON.stringify([listing, filter]))
    .update(body)
    .digest();
  return Buffer.concat([tag.subarray(0, 12), body]).toString('base64url');
}

describe('an instant', () => {
  it.each(['0000-01-01T00:00:00+01:00', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1899-12-31T23:59:59Z'])(
    'so long ago as %s is refused, and the lists go on',
    async (occurredFrom) => {
      const { status, body } = await report({ occurredFrom });
      expect({ status, code: body.code }).toEqual({
        status: 400,
        code: expect.stringMatching(/^(?:request|post)\.invalid$/),
      });
      const lists = ['/posts', '/posts/nearby?lat=52.525&lng=13.3694'] as const;
      expect(await Promise.all(lists.map((path) => statusOf(path)))).toEqual([200, 200]);
      expect(await statusOf('/users/me/posts', author)).toBe(200);
    },
  );

  it.each([
    'createdAfter=0000-01-01T00:00:00%2B01:00',
    'createdBefore=9999-12-31T23:59:59-12:00',
    'createdAfter=2026-02-30T00:00:00Z',
  ])('that no calendar has narrows no search: %s', async (query) => {
    expect(await statusOf(`/posts?${query}`)).toBe(400);
    expect(await statusOf(`/posts/nearby?lat=1&lng=1&${query}`)).toBe(400);
  });

  it.each([
    ['2026-01-01T00:00:00.000Z', 200],
    ['-100000-01-01T00:00:00.000Z', 400],
    ['+200000-01-01T00:00:00.000Z', 400],
    ['yesterday', 400],
  ])('of %s in a cursor is answered with %i', async (when, status) => {
    const position = { createdAt: when, decidedAt: when, id: AUTHOR };
    const listed = madeUpCursor('posts', { status: 'active', sort: 'newest' }, position);
    const contacts = madeUpCursor('contact-exchanges', { role: 'owner', of: AUTHOR }, position);
    const consents = madeUpCursor('consents', AUTHOR, position);
    expect(await statusOf(`/posts?cursor=${listed}`)).toBe(status);
    expect(await statusOf(`/contact-exchanges?role=owner&cursor=${contacts}`, author)).toBe(status);
    expect(await statusOf(`/privacy/consents?cursor=${consents}`, author)).toBe(status);
  });
});

describe('an id in capitals', () => {
  it('is the same id: what is sealed under it can be opened', async () => {
    const { id } = (await report()).body;
    const proof = [{ question: 'Which sticker?', answer: 'a whale' }];
    const edited = await call<Answer>(posts, `PATCH /posts/${id.toUpperCase()}`, {
      as: author,
      headers: { 'if-match': '*' },
      body: { proof },
    });
    expect(edited.status).toBe(200);
    const { payload } = await eventually(async () => {
      const [event] = (await readEvents(posts.bus, 'post.updated')).filter((each) => each.payload.postId === id);
      if (event === undefined) throw new Error('The edit was not told of yet');
      return event;
    });
    const place = { topic: 'posts.events', field: 'sealedProof', subject: id };
    expect(await posts.opener.open(payload.sealedProof ?? '', place)).toEqual(proof);
  });

  it('is the same id for photos and uploads', async () => {
    const photo = (await upload(posts, author, await plainPhoto())).body.id;
    const { id } = (await report({ photoUploadIds: [photo.toUpperCase()] })).body;
    const headers = { 'if-match': '*' };
    const photos = `/posts/${id.toUpperCase()}/photos` as const;
    const order = await call(posts, `PUT ${photos}/order`, {
      as: author,
      headers,
      body: { photoIds: [photo.toUpperCase()] },
    });
    const removed = await call(posts, `DELETE ${photos}/${photo.toUpperCase()}`, { as: author, headers });
    expect([order.status, removed.status]).toEqual([200, 200]);
  });

  it('is the same person and organization in a token', async () => {
    const shouting = await posts.tokenFor('user', { userId: AUTHOR.toUpperCase(), orgId: ORG.toUpperCase() });
    const { body } = await report({ visibility: 'private' }, shouting);
    expect(body.place.exact).toBe(true);
    expect((await call<Answer>(posts, `GET /posts/${body.id}`, { as: author })).body.place.exact).toBe(true);
    const headers = { 'if-match': '"1"' };
    const edit = { as: shouting, headers, body: { title: 'Mine' } };
    expect((await call(posts, `PATCH /posts/${body.id}`, edit)).status).toBe(200);
  });
});

describe('a place that is all but on the equator', () => {
  it('is on it, and can be searched around', async () => {
    const { status, body } = await report({ location: { lat: 1e-200, lng: -5e-324 } });
    expect([status, body.place.lat, body.place.lng]).toEqual([201, 0, 0]);
    const colleague = await posts.tokenFor('user', { orgId: ORG });
    for (const around of ['lat=0&lng=0', 'lat=1e-320&lng=-1e-200', 'lat=0&lng=0.02']) {
      expect(await statusOf(`/posts/nearby?${around}`, colleague)).toBe(200);
    }
  });
});

describe('a desk of no organization', () => {
  it('is no desk: it takes nothing in, and takes nothing out', async () => {
    const as = await posts.tokenFor('staff', { orgId: null });
    const items = [aReportRequest({ kind: 'found' })];
    const bulk = await call<Answer>(posts, 'POST /posts/bulk', { as, body: { items } });
    const out = await call<Answer>(posts, 'GET /posts/export', { as });
    expect([bulk.status, bulk.body.code]).toEqual([403, 'organization.desk_only']);
    expect([out.status, out.body.code]).toEqual([403, 'organization.desk_only']);
  });
});
