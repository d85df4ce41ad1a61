import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Inbox, OutboxWriter } from '@foundnow/outbox';
import { AuditTrail } from '@foundnow/postgres';
import type { TestSchema } from '@foundnow/postgres/testing';
import { sequenceId } from '@foundnow/testing';
import { fuse } from '../../src/domain/analysis/fuse.ts';
import { PostgresAnalysisDesk } from '../../src/outbound/postgres/analyses/postgres-analysis-desk.ts';
import { PostgresKeptAnalyses } from '../../src/outbound/postgres/analyses/postgres-kept-analyses.ts';
import { PostgresPhotoJobs } from '../../src/outbound/postgres/photos/postgres-photo-jobs.ts';
import { PostgresDuePosts } from '../../src/outbound/postgres/posts/postgres-due-posts.ts';
import { PostgresKeptPosts } from '../../src/outbound/postgres/posts/postgres-kept-posts.ts';
import type { DuePost } from '../../src/use-cases/analyses/due-posts.port.ts';
import type { KeptPost } from '../../src/use-cases/posts/kept-posts.port.ts';
import { mediaAiDatabase } from '../media-ai-database.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const MODERATOR = { userId: sequenceId(9), orgId: null, isStaff: false, isModerator: true };

describe('deciding on an analysis', () => {
  let schema: TestSchema;
  let desk: PostgresAnalysisDesk;
  let due: PostgresDuePosts;
  let jobs: PostgresPhotoJobs;
  let posts: PostgresKeptPosts;
  let kept: PostgresKeptAnalyses;
  beforeAll(async () => {
    schema = await mediaAiDatabase();
    const { database } = schema;
    desk = new PostgresAnalysisDesk(database, new AuditTrail('media_ai'));
    const outbox = new OutboxWriter({ schema: 'media_ai', service: 'fn-media-ai' });
    due = new PostgresDuePosts(database, outbox);
    jobs = new PostgresPhotoJobs(database, outbox);
    posts = new PostgresKeptPosts(database, new Inbox(database, 'media_ai'));
    kept = new PostgresKeptAnalyses(database);
  });
  afterAll(() => schema.drop());

  let events = 0;
  const keep = (post: KeptPost) => {
    events += 1;
    return posts.keep(post, { group: 'fn-media-ai', generation: 0, eventId: sequenceId(events) }, NOW);
  };
  async function failAll(postId: string) {
    const failure = { stage: 'decode', reason: 'unreadable', attempts: 3, permanent: false } as const;
    for (const job of await jobs.take(100, NOW, NOW)) if (job.postId === postId) await jobs.giveUp(job, failure, NOW);
  }
  const dueNow = async (postId: string) => (await due.find(NOW, 100)).find((post) => post.postId === postId);
  const decide = (analysisId: string) => desk.decide(analysisId, MODERATOR, 'approve', NOW);
  const inReview = async (postId: string) =>
    (await kept.waiting(MODERATOR, null, 100)).filter((analysis) => analysis.postId === postId).length;

  async function publish(post: DuePost | undefined) {
    if (post === undefined) throw new Error('It is due');
    const analysisId = crypto.randomUUID();
    const analysis = { ...fuse([]), level: 'review' as const };
    return { analysisId, published: await due.publish(post, { analysisId, analysis, sealedHints: null }, NOW) };
  }

  /** All of its photos failed, and somebody is to look at it. */
  async function inReviewNow() {
    const post = aPost();
    await keep(post);
    await failAll(post.postId);
    const found = await dueNow(post.postId);
    const { analysisId } = await publish(found);
    return { post, found, analysisId };
  }

  it('tells what was decided once nothing else is to be told', async () => {
    const { post, analysisId } = await inReviewNow();
    expect(await inReview(post.postId)).toBe(1);
    expect(await decide(analysisId)).toBe('done');
    expect(await dueNow(post.postId)).toMatchObject({ ruling: 'approve', supersedes: analysisId });
  });

  it('is too late while a photo of the post waits: an analysis of the rest would be told', async () => {
    const { post, analysisId } = await inReviewNow();
    expect(await desk.readAgain(post.postId, MODERATOR, () => true, NOW)).toBe('done');
    expect(await inReview(post.postId)).toBe(0);
    expect(await decide(analysisId)).toBe('nothing-to-do');
    expect(await dueNow(post.postId)).toBeUndefined();
  });

  it('is too late for a photo that was added', async () => {
    const { post, analysisId } = await inReviewNow();
    await keep({ ...post, version: 2, photosVersion: 2, photos: [...post.photos, ...aPost().photos] });
    expect(await decide(analysisId)).toBe('nothing-to-do');
    expect(await dueNow(post.postId)).toBeUndefined();
  });

  it('is too late when another analysis is about to be told', async () => {
    const { post, analysisId } = await inReviewNow();
    expect(await desk.readAgain(post.postId, MODERATOR, () => true, NOW)).toBe('done');
    await failAll(post.postId);
    expect(await inReview(post.postId)).toBe(0);
    expect(await decide(analysisId)).toBe('nothing-to-do');
    expect(await dueNow(post.postId)).toMatchObject({ ruling: null });
  });

  it('is not undone by a replica that found the post before', async () => {
    const { post, found, analysisId } = await inReviewNow();
    expect(await decide(analysisId)).toBe('done');
    expect(await publish(found)).toMatchObject({ published: false });
    expect(await publish(await dueNow(post.postId))).toMatchObject({ published: true });
  });
});

function aPost(): KeptPost {
  const photo = { photoId: crypto.randomUUID(), objectKey: 'private/x/original.jpg', sha256: 'a'.repeat(64) };
  return {
    postId: crypto.randomUUID(),
    orgId: null,
    authorId: crypto.randomUUID(),
    visibility: 'public',
    kind: 'found',
    category: 'other.other',
    language: 'en',
    timeZone: 'Europe/Berlin',
    title: 'A thing',
    description: null,
    version: 1,
    photosVersion: 1,
    photos: [photo],
  };
}
