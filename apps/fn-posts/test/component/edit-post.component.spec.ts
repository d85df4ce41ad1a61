import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import type { EventMap } from '@foundnow/contracts';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

const report = async (different: object = {}, as = author) =>
  (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ ...different }) })).body;
const patch = (id: string, body: object, ifMatch?: string, as = author) =>
  call<WrittenPostResponse & { code: string }>(posts, `PATCH /posts/${id}`, {
    as,
    body,
    ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
  });
const read = (id: string, as?: string) => call<WrittenPostResponse>(posts, `GET /posts/${id}`, as ? { as } : {});

async function updatesOf(id: string): Promise<EventMap['post.updated'][]> {
  const events = await readEvents(posts.bus, 'post.updated');
  return events.flatMap(({ payload }) => (payload.postId === id ? [payload] : []));
}

describe('editing a post', () => {
  it('changes what is named and nothing else, and tells consumers which fields', async () => {
    const { id } = await report({ attributes: { brand: 'Deuter', color: ['blue'] } });
    const { status, headers, body } = await patch(id, { title: 'Red backpack', attributes: { color: ['red'] } }, '"1"');
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 200, etag: '"2"' });
    expect(body).toMatchObject({
      title: 'Red backpack',
      attributes: { brand: 'Deuter', color: ['red'] },
      warnings: [],
    });
    await eventually(async () =>
      expect(await updatesOf(id)).toMatchObject([
        { aggregateVersion: 2, changedFields: ['title', 'attributes'], reason: 'edited', title: 'Red backpack' },
      ]),
    );
  });

  it('that changes nothing makes no version and tells nobody', async () => {
    const { id, title } = await report();
    const { status, headers } = await patch(id, { title }, '"1"');
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 200, etag: '"1"' });
    expect(await updatesOf(id)).toEqual([]);
  });

  it('needs the version that it is meant for: of two writers with one ETag, one is refused', async () => {
    const { id } = await report();
    expect((await patch(id, { title: 'x' })).status).toBe(428);
    const titles = Array.from({ length: 8 }, (_, i) => `Title ${i}`);
    const answers = await Promise.all(titles.map((title) => patch(id, { title }, '"1"')));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, ...Array<number>(7).fill(412)]);
    await eventually(async () => expect(await updatesOf(id)).toHaveLength(1));
  });

  it.each(['kind', 'authorId', 'orgId', 'status', 'reference', 'intake'])('does not know %s', async (field) => {
    const { id } = await report();
    expect(await patch(id, { [field]: 'found' }, '"1"')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('holds the post to the rules as a whole', async () => {
    const { id } = await report();
    const answer = await patch(id, { occurredFrom: '2026-01-12T00:00:00Z' }, '"1"');
    expect(answer).toMatchObject({ status: 400, body: { code: 'post.invalid' } });
  });

  it('masks contact data and says where, on the way in and on every change', async () => {
    const made = await report({ title: 'Call me: jane.doe@example.org', description: 'or +49 171 5550100' });
    expect(made.warnings.map(({ path }) => path)).toEqual(['title', 'description']);
    const { body } = await patch(made.id, { location: { lat: 1, lng: 1, address: 'jane.doe@example.org' } }, '"1"');
    expect(body.warnings).toMatchObject([{ path: 'location.address', code: 'personal_data_masked' }]);
    expect(JSON.stringify([made, body])).not.toMatch(/jane\.doe|5550100/);
  });

  it('moves the public place with the place, and never shows a stranger the true one', async () => {
    const { id } = await report();
    const before = (await read(id)).body.place;
    await patch(id, { location: { lat: 48.1402, lng: 11.5586 } }, '"1"');
    const after = (await read(id)).body.place;
    expect(after).not.toEqual(before);
    expect(after).not.toMatchObject({ lat: 48.1402 });
  });

  it('is not for others: a stranger’s post is not there, a colleague’s is not yours, the desk may', async () => {
    const org = { orgId: sequenceId(4) };
    const { id } = await report({}, await posts.tokenFor('org_admin', org));
    const as = async (role: 'user' | 'staff', orgId: string | null) => posts.tokenFor(role, { orgId });
    expect((await patch(id, { title: 'x' }, '"1"', await as('user', null))).status).toBe(404);
    expect((await patch(id, { title: 'x' }, '"1"', await as('staff', sequenceId(5)))).status).toBe(404);
    expect((await patch(id, { title: 'x' }, '"1"', await as('user', org.orgId))).status).toBe(403);
    expect((await patch(id, { title: 'x' }, '"1"', await as('staff', org.orgId))).status).toBe(200);
  });
});

describe('the life of a post', () => {
  const move = (id: string, how: string, version: number, as = author) =>
    call<WrittenPostResponse & { code: string }>(posts, `POST /posts/${id}/${how}`, {
      as,
      headers: { 'if-match': `"${version}"` },
      ...(how === 'resolve' && { body: { resolution: 'withdrawn' } }),
    });

  it('goes to its end and back, each step once', async () => {
    const { id } = await report();
    expect((await move(id, 'expire', 1)).body).toMatchObject({ status: 'expired', version: 2 });
    expect(await move(id, 'resolve', 2)).toMatchObject({ status: 409, body: { code: 'post.state' } });
    expect((await move(id, 'reactivate', 2)).body).toMatchObject({ status: 'active', version: 3 });
    expect((await move(id, 'resolve', 3)).body).toMatchObject({ status: 'resolved', version: 4 });
    expect(await patch(id, { category: 'bags.tote' }, '"4"')).toMatchObject({ body: { code: 'post.not_editable' } });
    const events = await eventually(async () => {
      const told = await readEvents(posts.bus, 'post.reactivated');
      expect(told.filter(({ payload }) => payload.postId === id)).toHaveLength(1);
      return told;
    });
    expect(events.find(({ payload }) => payload.postId === id)?.payload).toMatchObject({ previousStatus: 'expired' });
  });

  it('ends for good when it is deleted: gone from every read at once', async () => {
    const { id } = await report({ title: 'Unmistakable violin' });
    const remove = (ifMatch: string) =>
      call(posts, `DELETE /posts/${id}`, { as: author, headers: { 'if-match': ifMatch } });
    expect((await remove('"7"')).status).toBe(412);
    expect((await remove('"1"')).status).toBe(204);
    const reads = [`/posts/${id}`, `/posts/${id}/history`] as const;
    for (const path of reads) expect((await call(posts, `GET ${path}`, { as: author })).status).toBe(404);
    const lists = [
      '/posts?q=violin',
      '/posts/nearby?lat=52.525&lng=13.3694&limit=100',
      '/users/me/posts?limit=100',
    ] as const;
    for (const path of lists) {
      const { body } = await call<{ items: { id: string }[] }>(posts, `GET ${path}`, { as: author });
      expect(body.items.map((item) => item.id)).not.toContain(id);
    }
    for (const how of ['resolve', 'expire', 'reactivate']) expect((await move(id, how, 2)).status).toBe(404);
    expect((await remove('*')).status).toBe(404);
    await eventually(async () => {
      const told = await readEvents(posts.bus, 'post.deleted');
      expect(told.filter(({ payload }) => payload.postId === id)).toMatchObject([
        { payload: { reason: 'author', previousStatus: 'active', aggregateVersion: 2 } },
      ]);
    });
  });
});
