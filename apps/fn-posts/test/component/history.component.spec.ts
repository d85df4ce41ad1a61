import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const ORG = sequenceId(4);
const AUTHOR = sequenceId(5);
const CLERK = sequenceId(6);

interface Entry {
  readonly version: number;
  readonly change: string;
  readonly by: string;
  readonly byId: string | null;
  readonly reason: string | null;
  readonly fields: string[];
  readonly post: WrittenPostResponse;
}

let posts: PostsUnderTest;
let tokens: Record<'author' | 'clerk' | 'colleague' | 'stranger', string>;
let id: string;

beforeAll(async () => {
  posts = await startPosts();
  tokens = {
    author: await posts.tokenFor('user', { userId: AUTHOR, orgId: ORG }),
    clerk: await posts.tokenFor('staff', { userId: CLERK, orgId: ORG }),
    colleague: await posts.tokenFor('user', { orgId: ORG }),
    stranger: await posts.tokenFor('user'),
  };
  const secrets = { proof: [{ question: 'What is inside?', answer: 'giraffe' }] };
  const body = aReportRequest({ title: 'First', ...secrets });
  ({ id } = (await call<WrittenPostResponse>(posts, 'POST /posts', { as: tokens.author, body })).body);
  const headers = { 'if-match': '*' };
  await call(posts, `PATCH /posts/${id}`, { as: tokens.author, headers, body: { title: 'Second' } });
  await call(posts, `POST /posts/${id}/resolve`, { as: tokens.clerk, headers, body: { resolution: 'donated' } });
  await call(posts, `POST /posts/${id}/reactivate`, { as: tokens.clerk, headers });
});
afterAll(() => posts.stop());

const history = (as: string, query = '') =>
  call<{ items: Entry[]; nextCursor: string | null }>(posts, `GET /posts/${id}/history${query}`, { as });

describe('the history of a post', () => {
  it('has every version, newest first: what it was, who made it so, and why', async () => {
    const { items } = (await history(tokens.clerk)).body;
    expect(
      items.map(({ version, change, by, byId, reason, fields }) => [version, change, by, byId, reason, fields]),
    ).toEqual([
      [4, 'reactivated', 'staff', CLERK, null, []],
      [3, 'resolved', 'staff', CLERK, 'donated', []],
      [2, 'edited', 'author', AUTHOR, 'edited', ['title']],
      [1, 'reported', 'author', AUTHOR, null, []],
    ]);
    expect(items.map(({ post }) => [post.title, post.status, post.version])).toEqual([
      ['Second', 'active', 4],
      ['Second', 'resolved', 3],
      ['Second', 'active', 2],
      ['First', 'active', 1],
    ]);
    expect(items[3]?.post).toMatchObject({ place: { exact: true, lat: 52.525 }, address: 'Main station, platform 7' });
    expect(JSON.stringify(items)).not.toContain('giraffe');
  });

  it('tells the author who of the desk it was only as the desk', async () => {
    const { items } = (await history(tokens.author)).body;
    expect(items.map(({ by, byId }) => [by, byId])).toEqual([
      ['staff', null],
      ['staff', null],
      ['author', AUTHOR],
      ['author', AUTHOR],
    ]);
  });

  it('comes page by page', async () => {
    const first = (await history(tokens.clerk, '?limit=3')).body;
    const second = (await history(tokens.clerk, `?limit=3&cursor=${first.nextCursor ?? ''}`)).body;
    expect([...first.items, ...second.items].map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it('keeps to the author what was private, also when it is not any more', async () => {
    const as = tokens.author;
    const headers = { 'if-match': '*' };
    const body = aReportRequest({ title: 'Diary', visibility: 'private' });
    const hidden = (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body })).body;
    await call(posts, `PATCH /posts/${hidden.id}`, { as, headers, body: { title: 'Book', visibility: 'public' } });
    const read = async (who: string) => {
      const { body: page } = await call<{ items: Entry[] }>(posts, `GET /posts/${hidden.id}/history`, { as: who });
      return page.items.map(({ version, post }) => [version, post.title]);
    };
    expect(await read(tokens.clerk)).toEqual([[2, 'Book']]);
    expect(await read(as)).toEqual([
      [2, 'Book'],
      [1, 'Diary'],
    ]);
  });

  it('is for the author and the desk: a colleague is told so, a stranger too where she may see the post', async () => {
    expect((await history(tokens.colleague)).status).toBe(403);
    expect((await history(tokens.stranger)).status).toBe(403);
    const body = aReportRequest({ visibility: 'private' });
    const hidden = (await call<WrittenPostResponse>(posts, 'POST /posts', { as: tokens.author, body })).body;
    expect((await call(posts, `GET /posts/${hidden.id}/history`, { as: tokens.stranger })).status).toBe(404);
  });
});
