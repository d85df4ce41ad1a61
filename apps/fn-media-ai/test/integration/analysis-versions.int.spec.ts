import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { PostgresDuePosts } from '../../src/outbound/postgres/posts/postgres-due-posts.ts';
import { fuse } from '../../src/domain/analysis/fuse.ts';
import { aKeptPost } from '../kept-post.builder.ts';
import { openPostgresPhotos, type PostgresPhotos } from '../postgres-photos.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');

let photos: PostgresPhotos;
beforeAll(async () => void (photos = await openPostgresPhotos(NOW)));
afterAll(() => photos.schema.drop());

const sql = (text: string, values: readonly unknown[]) =>
  withClient(
    photos.schema.adminUrl,
    async (client) => (await client.query<{ version: string }>(text, [...values])).rows,
  );

async function versionTold(postId: string, at: Date): Promise<number> {
  await sql('update media_ai.post set due_at = $2 where post_id = $1', [postId, at]);
  const due = new PostgresDuePosts(photos.schema.database, photos.outbox);
  const post = (await due.find(at, 100)).find((each) => each.postId === postId);
  if (post === undefined) throw new Error('It is due');
  const draft = { analysisId: crypto.randomUUID(), analysis: fuse([]), sealedHints: null };
  expect(await due.publish(post, draft, at)).toBe(true);
  const [row] = await sql('select analysis_version as version from media_ai.post where post_id = $1', [postId]);
  return Number(row?.version);
}

it('rises with each analysis, also within a millisecond and when a clock goes back', async () => {
  const { postId } = aKeptPost(0);
  await photos.keep(aKeptPost(0, { postId }));
  const versions = [
    await versionTold(postId, NOW),
    await versionTold(postId, NOW),
    await versionTold(postId, new Date(NOW.getTime() - 60_000)),
  ];
  expect(versions).toEqual([NOW.getTime(), NOW.getTime() + 1, NOW.getTime() + 2]);
});

it('rises above what was told before in a database that knows nothing of that', async () => {
  const post = aKeptPost(0);
  await photos.keep(post);
  const before = await versionTold(post.postId, NOW);
  await sql('delete from media_ai.post where post_id = $1', [post.postId]);
  await photos.keep(post);
  expect(await versionTold(post.postId, new Date(NOW.getTime() + 60_000))).toBeGreaterThan(before);
});
