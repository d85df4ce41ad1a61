import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Inbox, OutboxWriter } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import type { TestSchema } from '@foundnow/postgres/testing';
import { sequenceId } from '@foundnow/testing';
import { fuse } from '../../src/domain/analysis/fuse.ts';
import { PostgresDuePosts } from '../../src/outbound/postgres/posts/postgres-due-posts.ts';
import { PostgresKeptPosts } from '../../src/outbound/postgres/posts/postgres-kept-posts.ts';
import type { KeptPost } from '../../src/use-cases/posts/kept-posts.port.ts';
import { aKeptPost } from '../kept-post.builder.ts';
import { mediaAiDatabase } from '../media-ai-database.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');

let schema: TestSchema;
let posts: PostgresKeptPosts;
let duePosts: PostgresDuePosts;
beforeAll(async () => {
  schema = await mediaAiDatabase();
  posts = new PostgresKeptPosts(schema.database, new Inbox(schema.database, 'media_ai'));
  const outbox = new OutboxWriter({ schema: 'media_ai', service: 'fn-media-ai' });
  duePosts = new PostgresDuePosts(schema.database, outbox);
});
afterAll(() => schema.drop());

const keep = (post: KeptPost) =>
  posts.keep(post, { group: 'fn-media-ai', generation: 0, eventId: sequenceId(post.version) }, NOW);

/** Of its photos, whether they were read or not. */
async function analysed(post: KeptPost, title: string): Promise<void> {
  await sql('update media_ai.post set due_at = $2 where post_id = $1', [post.postId, NOW]);
  const [due] = await duePosts.find(NOW, 1);
  if (due === undefined) throw new Error('It is due');
  const said = { value: title, confidence: 0.8, sources: ['vision'] };
  const analysis = { ...fuse([]), level: 'review' as const, confidence: 0.8, title: said };
  const analysisId = crypto.randomUUID();
  expect(await duePosts.publish({ ...due, photos: [] }, { analysisId, analysis, sealedHints: null }, NOW)).toBe(true);
}

const sql = (text: string, values: unknown[]) =>
  withClient(schema.adminUrl, async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);
const analysesOf = ({ postId }: KeptPost) =>
  sql('select level, confidence, result, is_current from media_ai.analysis where post_id = $1 order by version', [
    postId,
  ]);

it('leaves nothing of what a removed photo said in any analysis of its post, and each in its place', async () => {
  const post = aKeptPost(2);
  await keep(post);
  await analysed(post, 'Earlier words');
  await analysed(post, 'Current words');
  await keep({ ...post, version: 2, photosVersion: 2 });
  expect(JSON.stringify(await analysesOf(post))).toContain('Earlier words');

  await keep({ ...post, version: 3, photosVersion: 3, photos: post.photos.slice(1) });
  const left = await analysesOf(post);
  expect(JSON.stringify(left)).not.toContain('words');
  const { level: _, confidence: __, degraded: ___, ...empty } = fuse([]);
  const bare = { level: 'none', confidence: 0, result: empty };
  expect(left).toEqual([
    { ...bare, is_current: false },
    { ...bare, is_current: true },
  ]);
});
