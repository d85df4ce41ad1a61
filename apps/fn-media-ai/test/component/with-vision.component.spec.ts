import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import sharp from 'sharp';
import type { AnalysesResponse } from '../../src/inbound/http/analysis.response.ts';
import { FakeClaudeApi } from '../fakes/fake-claude-api.ts';
import { PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';
import { aFinding } from '../vision-question.builder.ts';

const LONG = 120_000;
let api: FakeClaudeApi;
let service: MediaAiUnderTest;
beforeAll(async () => {
  api = await new FakeClaudeApi().start();
  service = await startMediaAi({ ANTHROPIC_API_KEY: api.apiKey, ANTHROPIC_BASE_URL: api.url });
});
afterAll(async () => {
  await service.stop();
  await api.stop();
});

const photo = (background: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();

async function enhanced(file: Buffer) {
  const post = new PostPlay(service);
  await post.tell('post.created', [await post.store(file)]);
  const [first] = await post.enhanced();
  if (first === undefined) throw new Error('It was published');
  return { post, first };
}

const answersKept = () =>
  withClient(
    service.database.adminUrl,
    async (client) => (await client.query('select 1 from media_ai.vision_answer')).rows.length,
  );

describe('a photo that a model looks at', () => {
  it(
    'is shown to it as strangers see it, once, and what that cost is written down',
    async () => {
      const file = await photo('#1b2a49');
      const { first } = await enhanced(file);
      expect(first).toMatchObject({
        degraded: false,
        category: { value: 'bags.backpack' },
        brand: { value: 'Northpeak' },
      });
      expect(first.models.map(({ stage }) => stage)).toContain('vision');
      const { body } = await service.objects.get(first.photos[0]?.publicVariants[0]?.objectKey ?? '');
      const form = (await buffer(body)).toString('base64');
      expect(api.asked).toHaveLength(1);
      expect(JSON.stringify(api.asked[0])).toContain(form);
      expect(JSON.stringify(api.asked[0])).not.toContain(first.postId);

      const again = await enhanced(file);
      expect(again.first).toMatchObject({ degraded: false, title: first.title });
      expect(api.asked).toHaveLength(1);
      const as = await service.tokenFor('admin');
      const state = await call<{ spentMicros: number; providers: unknown[] }>(service, 'GET /providers', { as });
      expect(state.body.spentMicros).toBeGreaterThan(0);
      expect(state.body.providers).toMatchObject([
        { state: 'ready', breaker: 'closed', cache: { hits: 1, misses: 1 } },
      ]);
    },
    LONG,
  );

  it(
    'is shown to nobody while it waits for a look, when the model calls it sensitive',
    async () => {
      api.acts.push({ answer: aFinding({ sensitive: true }) });
      const { post, first } = await enhanced(await photo('#603020'));
      expect(first).toMatchObject({ level: 'review', photos: [{ publicVariants: [] }] });
      const as = await service.tokenFor('admin');
      const { body } = await call<AnalysesResponse>(service, 'GET /review-queue', { as });
      expect(body.items.map(({ postId }) => postId)).toEqual([post.id]);
      const route = `POST /review-queue/${first.analysisId}/decision` as const;
      expect((await call(service, route, { as, body: { decision: 'approve' } })).status).toBe(204);
      const [, second] = await post.enhanced(2);
      expect(second).toMatchObject({ level: 'suggest', supersedesAnalysisId: first.analysisId });
      expect(second?.photos[0]?.publicVariants).toHaveLength(2);
    },
    LONG,
  );

  it(
    'is covered as what it shows, whatever it was posted as',
    async () => {
      api.acts.push({ answer: aFinding({ category: { value: 'documents.id', confidence: 0.95 }, texts: [] }) });
      const { first } = await enhanced(await photo('#e0d0c0'));
      expect(first).toMatchObject({ degraded: false, category: { value: 'documents.id' } });
      expect(first.photos).toMatchObject([{ redaction: 'whole', publicVariants: [{}, {}] }]);
    },
    LONG,
  );

  it(
    'is taken back from everybody when it turns out to be sensitive once a model looks',
    async () => {
      api.acts.push({ answer: '', stop: 'refusal' });
      const { post, first } = await enhanced(await photo('#406080'));
      expect(first.photos).toMatchObject([{ publicVariants: [{}, {}] }]);
      api.acts.push({ answer: aFinding({ sensitive: true }) });
      const as = await service.tokenFor('admin');
      expect((await call(service, `POST /analyses/${post.id}/rerun`, { as })).status).toBeLessThan(300);
      const [, second] = await post.enhanced(2);
      expect(second).toMatchObject({ level: 'review', photos: [{ publicVariants: [] }] });
    },
    LONG,
  );

  it(
    'is read without it when it refuses, and says so',
    async () => {
      api.acts.push({ answer: '', stop: 'refusal' });
      const { first } = await enhanced(await photo('#209020'));
      expect(first).toMatchObject({ degraded: true, category: null });
      expect(first.photos[0]?.publicVariants).toHaveLength(2);
    },
    LONG,
  );

  it(
    'leaves nothing behind when nobody keeps it',
    async () => {
      const before = await answersKept();
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(await photo('#a0a020'))]), 'photo.jpg');
      const headers = { authorization: `Bearer ${await service.tokenFor('user')}` };
      const answer = await fetch(`${service.api}/analyze`, { method: 'POST', headers, body: form });
      expect(await answer.json()).toMatchObject({ degraded: false, title: { value: 'Navy backpack' } });
      expect(await answersKept()).toBe(before);
    },
    LONG,
  );
});

describe('a post that turns out to be about papers', () => {
  it(
    'is read anew, because more of it is to be covered, and what was shown of it is gone at once',
    async () => {
      const { post, first } = await enhanced(await photo('#d0d0d0'));
      expect(first.photos[0]?.redaction).toBe('none');
      await post.tell('post.updated', undefined, { category: 'documents.passport' });
      const shown = first.photos[0]?.publicVariants[0]?.objectKey ?? '';
      await eventually(() => expect(service.objects.get(shown)).rejects.toMatchObject({ code: 'storage.missing' }));
      const [, second] = await post.enhanced(2);
      expect(second).toMatchObject({ photosVersion: first.photosVersion, photos: [{ redaction: 'whole' }] });
    },
    LONG,
  );
});
