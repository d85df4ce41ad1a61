import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import sharp from 'sharp';
import { FakeClaudeApi } from '../fakes/fake-claude-api.ts';
import { PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';
import { aFinding } from '../vision-question.builder.ts';

const LONG = 120_000;
const REFUSAL = { answer: '', stop: 'refusal' } as const;
const A_CARD = { answer: aFinding({ category: { value: 'documents.id', confidence: 0.95 }, texts: [] }) };

let api: FakeClaudeApi;
let service: MediaAiUnderTest;
let as: string;
beforeAll(async () => {
  api = await new FakeClaudeApi().start();
  service = await startMediaAi({ ANTHROPIC_API_KEY: api.apiKey, ANTHROPIC_BASE_URL: api.url });
  as = await service.tokenFor('admin');
});
afterAll(async () => {
  await service.stop();
  await api.stop();
});

const sql = (text: string, values: readonly unknown[]) =>
  withClient(service.database.adminUrl, async (client) => (await client.query(text, [...values])).rows);

/** A post with one photo, that was read. */
async function enhanced(background: string, said: ConstructorParameters<typeof PostPlay>[1] = {}) {
  const post = new PostPlay(service, said);
  const plain = sharp({ create: { width: 640, height: 480, channels: 3, background } });
  await post.tell('post.created', [await post.store(await plain.jpeg().toBuffer())]);
  const [first] = await post.enhanced();
  if (first === undefined) throw new Error('It was published');
  return { post, first };
}

/** As after an update of this service, when no answer of before serves any more. */
async function readAgain({ id }: PostPlay) {
  await sql(`update media_ai.photo set reading = jsonb_set(reading, '{pipelineVersion}', '"0"') where post_id = $1`, [
    id,
  ]);
  await sql('delete from media_ai.vision_answer', []);
  return (await call(service, `POST /analyses/${id}/rerun`, { as })).status;
}

const decide = async (analysisId: string, decision: 'approve' | 'reject') =>
  (await call(service, `POST /review-queue/${analysisId}/decision`, { as, body: { decision } })).status;

describe('a photo that is read again while no model answers', () => {
  it(
    'stays hidden when a model called it sensitive, also when the desk rejected it',
    async () => {
      api.acts.push({ answer: aFinding({ sensitive: true }) });
      const { post, first } = await enhanced('#603020');
      expect(first).toMatchObject({ level: 'review', photos: [{ publicVariants: [] }] });
      expect(await decide(first.analysisId, 'reject')).toBe(204);
      expect((await post.enhanced(2))[1]).toMatchObject({ level: 'none', photos: [{ publicVariants: [] }] });
      api.acts.push(REFUSAL);
      expect(await readAgain(post)).toBe(204);
      const [, , third] = await post.enhanced(3);
      expect(third).toMatchObject({ level: 'review', photos: [{ publicVariants: [] }], title: first.title });
    },
    LONG,
  );

  it(
    'stays covered as what a model saw in it',
    async () => {
      api.acts.push(A_CARD);
      const { post, first } = await enhanced('#e0d0c0');
      expect(first.photos).toMatchObject([{ redaction: 'whole' }]);
      api.acts.push(REFUSAL);
      expect(await readAgain(post)).toBe(204);
      const [, second] = await post.enhanced(2);
      expect(second).toMatchObject({ photos: [{ redaction: 'whole' }], category: { value: 'documents.id' } });
    },
    LONG,
  );
});

it(
  'shows a photo that was rejected by mistake, when the desk says so',
  async () => {
    api.acts.push({ answer: aFinding({ sensitive: true }) });
    const { post, first } = await enhanced('#203020');
    expect(await decide(first.analysisId, 'reject')).toBe(204);
    const [, rejected] = await post.enhanced(2);
    expect(await decide(rejected?.analysisId ?? '', 'reject')).toBe(409);
    expect(await decide(rejected?.analysisId ?? '', 'approve')).toBe(204);
    const [, , approved] = await post.enhanced(3);
    expect(approved).toMatchObject({ level: 'suggest', photos: [{ publicVariants: [{}, {}] }] });
  },
  LONG,
);

describe('a post whose category is corrected', () => {
  it(
    'to what a model saw keeps what was read and its forms, and is told again, because others wait for that',
    async () => {
      api.acts.push(A_CARD);
      const { post, first } = await enhanced('#d0e0c0');
      await post.tell('post.updated', undefined, { category: 'documents.id' });
      const [, second] = await post.enhanced(2);
      const { title, category, photos, degraded } = first;
      expect(second).toMatchObject({ postVersion: 2, title, category, photos, degraded });
      expect(degraded).toBe(false);
      const [form] = first.photos.flatMap(({ publicVariants }) => publicVariants);
      expect(await service.objects.stat(form?.objectKey ?? '')).toBeDefined();
    },
    LONG,
  );

  it(
    'to a thing of which less is covered is read as that, and looked at by a model at last',
    async () => {
      const { post, first } = await enhanced('#305070', { category: 'documents.passport' });
      expect(first).toMatchObject({ degraded: true, photos: [{ redaction: 'whole' }] });
      await post.tell('post.updated', undefined, { category: 'bags.backpack' });
      const [, second] = await post.enhanced(2);
      expect(second).toMatchObject({ degraded: false, photos: [{ redaction: 'none' }] });
    },
    LONG,
  );
});

it(
  'leaves nothing of earlier readings either when a post is deleted',
  async () => {
    const { post, first } = await enhanced('#507030');
    expect(await readAgain(post)).toBe(204);
    const [, second] = await post.enhanced(2);
    const keys = [first, second].flatMap((told) => told?.photos.flatMap(({ publicVariants }) => publicVariants) ?? []);
    expect(new Set(keys.map(({ objectKey }) => objectKey)).size).toBe(4);
    await post.delete();
    for (const { objectKey } of keys)
      await eventually(async () => expect(await service.objects.stat(objectKey)).toBeUndefined());
  },
  LONG,
);
