import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

type Found = WrittenPostResponse & { distanceMeters?: number };
interface Page {
  readonly items: Found[];
  readonly nextCursor: string | null;
  readonly code?: string;
}

let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
  for (let i = 0; i < 5; i += 1) await report({ title: `Backpack ${i}`, location: { lat: 52.5 + i / 100, lng: 13.4 } });
  await report({ title: 'House key', kind: 'found', category: 'keys.house', location: { lat: 0, lng: 0 } });
});
afterAll(() => posts.stop());

const report = async (different: object, as = author) =>
  (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ ...different }) })).body;
const get = (path: `/${string}`, as?: string) => call<Page>(posts, `GET ${path}`, as === undefined ? {} : { as });
const titles = ({ items }: Page) => items.map(({ title }) => title);

describe('GET /posts', () => {
  it('lists what a stranger may see, newest first and veiled', async () => {
    const { status, headers, body } = await get('/posts?limit=3');
    expect({ status, vary: headers.get('vary') }).toMatchObject({
      status: 200,
      vary: expect.stringContaining('Authorization'),
    });
    expect(titles(body)).toEqual(['House key', 'Backpack 4', 'Backpack 3']);
    expect(body.items.every(({ place, address }) => !place.exact && address === null)).toBe(true);
    const next = (await get(`/posts?limit=3&cursor=${body.nextCursor ?? ''}`)).body;
    expect([titles(next), next.nextCursor]).toEqual([['Backpack 2', 'Backpack 1', 'Backpack 0'], null]);
  });

  it.each([
    ['/posts?kind=found', ['House key']],
    ['/posts?category=keys', ['House key']],
    ['/posts?category=keys.house&q=HOUSE', ['House key']],
    ['/posts?q=back%202', ['Backpack 2']],
    ['/posts?status=resolved', []],
    [`/posts?org=${sequenceId(3)}`, []],
    ['/posts?createdBefore=2020-01-01T00:00:00Z', []],
  ] as const)('%s finds %j', async (path, found) => {
    expect(titles((await get(path)).body)).toEqual(found);
  });

  it.each([
    '/posts?status=deleted',
    '/posts?category=unicorns',
    '/posts?q=%3F%3F',
    '/posts?limit=0',
    '/posts?reference=ABCD-EFGH',
    '/posts?colour=red',
    '/posts?author=me',
    '/posts/nearby?lat=1',
    '/posts/nearby?lat=&lng=',
    '/posts/nearby?lat=91&lng=0',
    '/posts/nearby?lat=0&lng=0&radius=50001',
  ] as const)('%s is refused', async (path) => {
    expect(await get(path)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('takes no cursor of another listing or of another question', async () => {
    const { nextCursor } = (await get('/posts?limit=1')).body;
    for (const path of [
      `/posts?limit=1&kind=found&cursor=${nextCursor}`,
      `/posts/nearby?lat=0&lng=0&cursor=${nextCursor}`,
    ] as const) {
      expect(await get(path)).toMatchObject({ status: 400, body: { code: 'cursor.invalid' } });
    }
  });
});

describe('GET /posts/nearby', () => {
  it('finds the nearest first, with distances in steps of 100 m to strangers', async () => {
    const { body } = await get('/posts/nearby?lat=52.5&lng=13.4&radius=2500');
    const distances = body.items.map(({ distanceMeters }) => distanceMeters ?? -1);
    expect(titles(body)).toEqual(['Backpack 0', 'Backpack 1', 'Backpack 2']);
    expect(distances.every((meters) => meters % 100 === 0)).toBe(true);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  it('tells the author the true distance', async () => {
    const { body } = await get('/posts/nearby?lat=52.5&lng=13.4&radius=1200', author);
    expect(body.items.map(({ distanceMeters }) => distanceMeters)).toEqual([0, 1112]);
  });

  it('comes page by page', async () => {
    const first = (await get('/posts/nearby?lat=52.5&lng=13.4&radius=50000&limit=2')).body;
    const second = (await get(`/posts/nearby?lat=52.5&lng=13.4&radius=50000&limit=2&cursor=${first.nextCursor ?? ''}`))
      .body;
    expect([...titles(first), ...titles(second)]).toEqual(['Backpack 0', 'Backpack 1', 'Backpack 2', 'Backpack 3']);
  });

  it('looks within 5 km where nothing is said, at 0,0 too', async () => {
    expect(titles((await get('/posts/nearby?lat=0.02&lng=0')).body)).toEqual(['House key']);
    expect(titles((await get('/posts/nearby?lat=0.06&lng=0')).body)).toEqual([]);
  });
});

describe('a place that is next to nothing away from 0,0', () => {
  const TINY = 5e-324;

  it.each([
    [TINY, 0],
    [0, -TINY],
  ])('can be asked for: %d, %d', async (lat, lng) => {
    const { status, body } = await get(`/posts/nearby?lat=${lat}&lng=${lng}`);
    expect([status, titles(body)]).toEqual([200, ['House key']]);
  });

  it('can be reported without spoiling the search for its author', async () => {
    const location = { lat: TINY, lng: 90 };
    const { id, place } = await report({ title: 'Buoy', location });
    expect(place).toMatchObject({ lat: 0, lng: 90 });
    const { status, body } = await get('/posts/nearby?lat=0&lng=90', author);
    expect([status, body.items.map((item) => item.id)]).toEqual([200, [id]]);
  });
});

describe('GET /users/me/posts', () => {
  it('lists all that I wrote, closed ones too, whichever organization I act for', async () => {
    const me = crypto.randomUUID();
    const inOrg = await posts.tokenFor('staff', { userId: me, orgId: sequenceId(8) });
    const alone = await posts.tokenFor('user', { userId: me });
    const { id } = await report({ title: 'Done', visibility: 'private' }, alone);
    await call(posts, `POST /posts/${id}/expire`, { as: alone, headers: { 'if-match': '*' } });
    await report({ title: 'For the desk', visibility: 'private' }, inOrg);
    expect(titles((await get('/users/me/posts', alone)).body)).toEqual(['For the desk', 'Done']);
    expect(titles((await get('/users/me/posts', inOrg)).body)).toEqual(['For the desk', 'Done']);
    expect(titles((await get('/users/me/posts?status=expired', alone)).body)).toEqual(['Done']);
    expect((await get('/users/me/posts')).status).toBe(401);
  });
});
