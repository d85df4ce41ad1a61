import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import sharp from 'sharp';
import type { AnalysesResponse, AnalysisResponse } from '../../src/inbound/http/analysis.response.ts';
import type { PhotoAnalysisResponse } from '../../src/inbound/http/photo-analysis.response.ts';
import { PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';

const ORG = sequenceId(4);
const OTHER = sequenceId(5);
const LONG = 120_000;

let service: MediaAiUnderTest;
let staff: string;
beforeAll(async () => {
  service = await startMediaAi({ MEDIA_AI_OCR: 'false' });
  staff = await service.tokenFor('staff', { orgId: ORG });
});
afterAll(() => service.stop());

const read = (id: string, as: string) => call<AnalysisResponse>(service, `GET /analyses/${id}`, { as });
const inGerman = async (path: string) => {
  const headers = { authorization: `Bearer ${staff}`, 'accept-language': 'fi, de-AT;q=0.7, en;q=0.5' };
  const answer = await fetch(`${service.api}${path}`, { headers });
  expect(answer.headers.get('vary')).toMatch(/accept-language/i);
  return (await answer.json()) as AnalysisResponse & Pick<PhotoAnalysisResponse, 'seen'>;
};
const sql = (text: string, values: unknown[]) =>
  withClient(service.database.adminUrl, async (client) => (await client.query(text, values)).rows);
const photo = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#1b2a49' } })
    .jpeg()
    .toBuffer();

async function analysed(different: Parameters<typeof aPlay>[0] = {}) {
  const play = aPlay(different);
  await play.tell('post.created', [await play.store(await photo())]);
  await play.enhanced();
  return play;
}
const aPlay = (different: ConstructorParameters<typeof PostPlay>[1]) => new PostPlay(service, different);

describe('an analysis', () => {
  it(
    'is shown to the author and the desk of the organization, and to nobody else',
    async () => {
      const author = await service.tokenFor('user');
      const authorId = idOf(author);
      const post = await analysed({ orgId: ORG, authorId });
      const { status, body } = await read(post.id, author);
      expect(status).toBe(200);
      expect(body).toMatchObject({ postId: post.id, version: expect.any(Number), degraded: true, decision: null });
      expect((await read(post.id, staff)).status).toBe(200);
      const others = [
        await service.tokenFor('user', { orgId: ORG }).then((token) => ({ token, isAuthor: idOf(token) === authorId })),
        { token: await service.tokenFor('staff', { orgId: OTHER }), isAuthor: false },
        { token: await service.tokenFor('admin'), isAuthor: false },
      ];
      for (const { token, isAuthor } of others) expect((await read(post.id, token)).status).toBe(isAuthor ? 200 : 404);

      expect((await inGerman(`/analyses/${post.id}`)).colors).toMatchObject([{ name: 'navy', word: 'dunkelblau' }]);

      const [one] = (await post.enhanced())[0]?.photos ?? [];
      const asked = `GET /photos/${one?.photoId}/analysis` as const;
      const seen = await call<PhotoAnalysisResponse>(service, asked, { as: staff });
      expect(seen.body).toMatchObject({ state: 'read', attempts: 1, seen: { redaction: 'whole' }, vision: null });
      expect((await inGerman(`/photos/${one?.photoId}/analysis`)).seen?.colors).toMatchObject([{ word: 'dunkelblau' }]);
      expect((await call(service, asked, { as: others[1]?.token ?? '' })).status).toBe(404);
    },
    LONG,
  );

  it(
    'is its author’s alone once the post is private',
    async () => {
      const post = await analysed({ orgId: ORG });
      expect((await read(post.id, staff)).status).toBe(200);
      await post.tell('post.updated', undefined, { visibility: 'private' });
      await eventually(async () => expect((await read(post.id, staff)).status).toBe(404));
    },
    LONG,
  );

  it(
    'is made anew and published when something newer reads photos now, and not otherwise',
    async () => {
      const post = await analysed({ orgId: ORG });
      const rerun = (as: string) => call(service, `POST /analyses/${post.id}/rerun`, { as });
      expect(await rerun(staff)).toMatchObject({ status: 409, body: { code: 'analysis.current' } });
      expect((await rerun(await service.tokenFor('staff', { orgId: OTHER }))).status).toBe(404);
      expect((await rerun(await service.tokenFor('user'))).status).toBe(403);
      await sql(
        `update media_ai.photo set reading = jsonb_set(reading, '{pipelineVersion}', '"0"') where post_id = $1`,
        [post.id],
      );
      expect((await rerun(staff)).status).toBe(204);
      const [before, after] = await post.enhanced(2);
      expect(after).toMatchObject({ supersedesAnalysisId: before?.analysisId });
      expect(after?.aggregateVersion).toBeGreaterThan(before?.aggregateVersion ?? Infinity);
      const folders = [before, after].map((each) => each?.photos[0]?.publicVariants[0]?.objectKey);
      expect(new Set(folders).size).toBe(2);
    },
    LONG,
  );
});

describe('the review queue', () => {
  it(
    'shows the desk its own, and what is decided goes out once',
    async () => {
      const posts = [await analysed({ orgId: ORG }), await analysed({ orgId: ORG }), await analysed({ orgId: OTHER })];
      await sql(`update media_ai.analysis set level = 'review' where post_id = any($1)`, [posts.map(({ id }) => id)]);
      const queue = async (query: string) =>
        (await call<AnalysesResponse>(service, `GET /review-queue${query}`, { as: staff })).body;
      const first = await queue('?limit=1');
      const second = await queue(`?limit=1&cursor=${first.nextCursor ?? ''}`);
      expect([...first.items, ...second.items].map(({ postId }) => postId)).toEqual([posts[0]?.id, posts[1]?.id]);
      expect(second.nextCursor).toBeNull();

      const decide = (analysisId: string, decision: string, as = staff) =>
        call(service, `POST /review-queue/${analysisId}/decision`, { as, body: { decision } });
      const [approved, rejected] = [first.items[0]?.analysisId ?? '', second.items[0]?.analysisId ?? ''];
      const stranger = await service.tokenFor('staff', { orgId: OTHER });
      expect((await decide(approved, 'approve', stranger)).status).toBe(404);
      expect((await decide(approved, 'approve')).status).toBe(204);
      expect(await decide(approved, 'reject')).toMatchObject({ status: 409, body: { code: 'analysis.not_in_review' } });
      expect((await decide(rejected, 'reject')).status).toBe(204);
      expect((await posts[0]?.enhanced(2))?.[1]).toMatchObject({ level: 'suggest', supersedesAnalysisId: approved });
      expect((await posts[1]?.enhanced(2))?.[1]).toMatchObject({ level: 'none', supersedesAnalysisId: rejected });
      expect((await queue('')).items).toEqual([]);
    },
    LONG,
  );
});

describe('a photo that nobody keeps', () => {
  const analyze = async (file: Buffer, query = '') => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), 'photo.jpg');
    const headers = { authorization: `Bearer ${await service.tokenFor('user')}` };
    return fetch(`${service.api}/analyze${query}`, { method: 'POST', headers, body: form });
  };

  it(
    'is analysed at once, and nothing of it is stored',
    async () => {
      const count = () =>
        sql('select (select count(*) from media_ai.photo) + (select count(*) from media_ai.vision_answer) as n', []);
      const before = await count();
      const answer = await analyze(await photo(), '?kind=lost&category=bags.backpack&language=es');
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        degraded: true,
        colors: [{ name: 'navy', word: 'azul marino' }],
        photo: { width: 320, height: 240, colors: [{ name: 'navy', word: 'azul marino' }] },
      });
      expect(await count()).toEqual(before);
    },
    LONG,
  );

  it(
    'is refused when it is none, too large, or about nothing that there is',
    async () => {
      expect((await analyze(Buffer.from('hello'))).status).toBe(415);
      expect((await analyze(Buffer.alloc(10 * 1024 * 1024 + 1, 1))).status).toBe(413);
      const cut = (await photo()).subarray(0, 400);
      expect((await analyze(cut)).status).toBe(422);
      expect((await analyze(await photo(), '?category=spaceships')).status).toBe(400);
    },
    LONG,
  );
});

describe('the providers', () => {
  it('are told to the desk: without a key, nobody is asked', async () => {
    const { body } = await call<{ providers: unknown[] }>(service, 'GET /providers', { as: staff });
    expect(body.providers).toMatchObject([{ name: 'claude', state: 'no-key', spentMicros: 0 }]);
  });
});

function idOf(token: string): string {
  return (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
}
