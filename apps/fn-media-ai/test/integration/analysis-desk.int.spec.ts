import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '@foundnow/postgres';
import type { TestSchema } from '@foundnow/postgres/testing';
import { sequenceId } from '@foundnow/testing';
import type { AnalysisLevel } from '../../src/domain/analysis/analysis.ts';
import { fuse } from '../../src/domain/analysis/fuse.ts';
import { PostgresAnalysisDesk } from '../../src/outbound/postgres/analyses/postgres-analysis-desk.ts';
import { PostgresKeptAnalyses } from '../../src/outbound/postgres/analyses/postgres-kept-analyses.ts';
import { PostgresDuePosts } from '../../src/outbound/postgres/posts/postgres-due-posts.ts';
import type { Decision } from '../../src/use-cases/analyses/kept-analyses.port.ts';
import type { DuePost } from '../../src/use-cases/analyses/due-posts.port.ts';
import { aKeptPost } from '../kept-post.builder.ts';
import { openPostgresPhotos, type PostgresPhotos } from '../postgres-photos.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const MODERATOR = { userId: sequenceId(9), orgId: null, isStaff: false, isModerator: true };

describe('deciding on an analysis', () => {
  let schema: TestSchema;
  let desk: PostgresAnalysisDesk;
  let due: PostgresDuePosts;
  let jobs: PostgresPhotos['jobs'];
  let keep: PostgresPhotos['keep'];
  let kept: PostgresKeptAnalyses;
  beforeAll(async () => {
    const photos = await openPostgresPhotos(NOW);
    ({ schema, jobs, keep } = photos);
    const { database } = schema;
    desk = new PostgresAnalysisDesk(database, new AuditTrail('media_ai'));
    due = new PostgresDuePosts(database, photos.outbox);
    kept = new PostgresKeptAnalyses(database);
  });
  afterAll(() => schema.drop());

  async function failAll(postId: string) {
    const failure = { stage: 'decode', reason: 'unreadable', attempts: 3, permanent: false } as const;
    for (const job of await jobs.take(100, NOW, NOW)) if (job.postId === postId) await jobs.giveUp(job, failure, NOW);
  }
  const dueNow = async (postId: string) => (await due.find(NOW, 100)).find((post) => post.postId === postId);
  const decide = (analysisId: string, decision: Decision = 'approve') =>
    desk.decide(analysisId, MODERATOR, decision, NOW);
  const inReview = async (postId: string) =>
    (await kept.waiting(MODERATOR, null, 100)).filter((analysis) => analysis.postId === postId).length;

  async function publish(post: DuePost | undefined, level: AnalysisLevel = 'review') {
    if (post === undefined) throw new Error('It is due');
    const analysisId = crypto.randomUUID();
    const analysis = { ...fuse([]), level };
    return { analysisId, published: await due.publish(post, { analysisId, analysis, sealedHints: null }, NOW) };
  }

  /** All of its photos failed, and somebody is to look at it. */
  async function inReviewNow() {
    const post = aKeptPost(1);
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

  it('can be taken back by deciding otherwise on what was told since, as long as nothing was read anew', async () => {
    const { post, analysisId } = await inReviewNow();
    expect(await decide(analysisId, 'reject')).toBe('done');
    expect(await decide(analysisId, 'approve')).toBe('nothing-to-do');
    const rejected = await publish(await dueNow(post.postId), 'none');
    expect(await inReview(post.postId)).toBe(0);
    expect(await decide(rejected.analysisId, 'reject')).toBe('nothing-to-do');
    expect(await decide(rejected.analysisId, 'approve')).toBe('done');
    const approved = await publish(await dueNow(post.postId), 'suggest');
    expect(await desk.readAgain(post.postId, MODERATOR, () => true, NOW)).toBe('done');
    await failAll(post.postId);
    expect(await decide(approved.analysisId, 'reject')).toBe('nothing-to-do');
    expect(await dueNow(post.postId)).toMatchObject({ ruling: null });
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
    await keep({ ...post, version: 2, photosVersion: 2, photos: [...post.photos, ...aKeptPost(1).photos] });
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
