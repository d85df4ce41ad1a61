import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inbox } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import type { TestSchema } from '@foundnow/postgres/testing';
import { eventually, FakeClock } from '@foundnow/testing';
import { PostgresKeptPosts } from '../../src/outbound/postgres/posts/postgres-kept-posts.ts';
import { PostgresVisionBudget } from '../../src/outbound/postgres/vision/postgres-vision-budget.ts';
import { PostgresVisionCache } from '../../src/outbound/postgres/vision/postgres-vision-cache.ts';
import { describeVisionBudget } from '../conformance/vision-budget.conformance.ts';
import { describeVisionCache } from '../conformance/vision-cache.conformance.ts';
import { aKeptPost } from '../kept-post.builder.ts';
import { mediaAiDatabase } from '../media-ai-database.ts';
import { aFinding } from '../vision-question.builder.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const LATER = new Date('2026-03-01T13:00:00.000Z');

describeVisionBudget('PostgreSQL', async () => {
  const schema = await mediaAiDatabase();
  return {
    budget: new PostgresVisionBudget(schema.database),
    empty: () => withClient(schema.ownerUrl, async (client) => void (await client.query('delete from vision_spend'))),
    stop: () => schema.drop(),
  };
});

describeVisionCache('PostgreSQL', async () => {
  const schema = await mediaAiDatabase();
  const clock = new FakeClock(NOW);
  const postId = await keepPhotos(
    schema,
    Array.from({ length: 100 }, (_, at) => shaOf(at)),
  );
  return { cache: new PostgresVisionCache(schema.database, clock), clock, postId, stop: () => schema.drop() };
});

describe('an answer about a photo that is gone by the time it comes', () => {
  let schema: TestSchema;
  let cache: PostgresVisionCache;
  beforeAll(async () => {
    schema = await mediaAiDatabase();
    cache = new PostgresVisionCache(schema.database, new FakeClock(NOW));
  });
  afterAll(() => schema.drop());
  const keyOf = (photoSha256: string) => ({
    photoSha256,
    questionSha256: 'c'.repeat(64),
    provider: 'claude',
    model: 'model-1',
    promptVersion: 'p1',
  });

  it('is not kept', async () => {
    const gone = keyOf(shaOf(1));
    await cache.keep(gone, aKeptPost(0).postId, aFinding(), LATER);
    expect(await cache.find(gone)).toBeUndefined();
  });

  it('is not kept for another post that has the same photo: its words were about the one that is gone', async () => {
    const gone = await keepPhotos(schema, [shaOf(3)]);
    await keepPhotos(schema, [shaOf(3)]);
    const key = keyOf(shaOf(3));
    await withClient(schema.adminUrl, (client) =>
      client.query('delete from media_ai.photo where post_id = $1', [gone]),
    );
    await cache.keep(key, gone, aFinding(), LATER);
    expect(await cache.find(key)).toBeUndefined();
  });

  it('is not kept either when the photo goes in that moment', async () => {
    const postId = await keepPhotos(schema, [shaOf(2)]);
    const going = keyOf(shaOf(2));
    await withClient(schema.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('delete from media_ai.photo where sha256 = $1', [going.photoSha256]);
      const keeping = cache.keep(going, postId, aFinding(), LATER);
      await eventually(async () => {
        const waiting = 'select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))';
        expect((await client.query(waiting)).rows).toHaveLength(1);
      });
      await client.query('delete from media_ai.vision_answer where photo_sha256 = $1', [going.photoSha256]);
      await client.query('commit');
      await keeping;
    });
    expect(await cache.find(going)).toBeUndefined();
  });
});

function shaOf(at: number): string {
  return String(at).padStart(64, '0');
}

async function keepPhotos({ database }: TestSchema, sha256s: readonly string[]): Promise<string> {
  const post = aKeptPost(sha256s.length);
  const photos = post.photos.map((photo, at) => ({ ...photo, sha256: sha256s[at] ?? '' }));
  const delivery = { group: 'fn-media-ai', generation: 0, eventId: post.postId };
  await new PostgresKeptPosts(database, new Inbox(database, 'media_ai')).keep({ ...post, photos }, delivery, NOW);
  return post.postId;
}
