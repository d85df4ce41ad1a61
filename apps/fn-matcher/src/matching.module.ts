import { Opener } from '@foundnow/crypto';
import { Periodic } from '@foundnow/kernel';
import type { ServiceKit } from '@foundnow/service';
import type { MatcherConfig } from './config.ts';
import { derive } from './domain/post/derive.ts';
import type { KnownPost } from './domain/post/known-post.ts';
import { AnalysesHandler } from './inbound/events/analyses.handler.ts';
import { PostsHandler } from './inbound/events/posts.handler.ts';
import type { Knowledge } from './knowledge.module.ts';
import { MatchingMetrics } from './outbound/matching-metrics.ts';
import { PostgresSurroundings } from './outbound/postgres/candidates/postgres-surroundings.ts';
import { PostgresTermCounts } from './outbound/postgres/frequencies/postgres-term-counts.ts';
import { MatchWriter } from './outbound/postgres/matches/match-writer.ts';
import { PostgresPostIntake } from './outbound/postgres/posts/postgres-post-intake.ts';
import { PostgresPairs } from './outbound/postgres/scoring/postgres-pairs.ts';
import { PostgresScoringJobs } from './outbound/postgres/scoring/postgres-scoring-jobs.ts';
import { PostgresUpkeep } from './outbound/postgres/upkeep/postgres-upkeep.ts';
import { IdentifierHashes } from './outbound/sealing/identifier-hashes.ts';
import { openKeyRing } from './outbound/sealing/open-key-ring.ts';
import { ReadableSeals } from './outbound/sealing/readable-seals.ts';
import { SealedSecrets } from './outbound/sealing/sealed-secrets.ts';
import { RefreshFrequencies } from './use-cases/frequencies/refresh-frequencies.ts';
import { ForgetPost } from './use-cases/posts/forget-post.ts';
import { TakeInAnalysis } from './use-cases/posts/take-in-analysis.ts';
import { TakeInPost } from './use-cases/posts/take-in-post.ts';
import { DoScoringJob } from './use-cases/scoring/do-scoring-job.ts';
import { scoredWith } from './use-cases/scoring/score-post.ts';
import { ScorePosts } from './use-cases/scoring/score-posts.ts';
import { RemoveOldMatches } from './use-cases/upkeep/remove-old-matches.ts';
import { RenewPosts } from './use-cases/upkeep/renew-posts.ts';

const SCORE_EVERY_MS = 1_000;
const RENEW_EVERY_MS = 5_000;
const REFRESH_EVERY_MS = 15_000;
const REMOVE_EVERY_MS = 3_600_000;
const KEYS_EVERY_MS = 86_400_000;

/** Its own keys, and what it does with what was sealed for them. */
export async function openSecrets(config: MatcherConfig, { clock, logger, complaintsOf }: ServiceKit) {
  const { ring, isOurs } = await openKeyRing(config.SEALING_KEYS_DIR ?? config.SEALING_JWKS_URL, clock);
  const opener = new Opener(ring);
  const hashes = new IdentifierHashes(config.MATCHER_IDENTIFIER_KEY);
  const seals = new ReadableSeals(opener, (error) =>
    logger.warn({ error }, 'a sealed value cannot be opened, and is done without'),
  );
  const secrets = new SealedSecrets(seals, hashes);
  const keys = new Periodic(KEYS_EVERY_MS, () => ring.maintain(), complaintsOf('sealing-keys'));
  return { opener, secrets, workers: isOurs ? { 'sealing-keys': keys } : {} };
}

export type Secrets = Awaited<ReturnType<typeof openSecrets>>;

/** Posts in, matches out. */
export function composeMatching(config: MatcherConfig, kit: ServiceKit, knowledge: Knowledge, { secrets }: Secrets) {
  const { database, inbox, outbox, clock, ids, metrics, logger, complaintsOf } = kit;
  const { lexicon, categories, rules } = knowledge;
  const deriveFrom = (post: KnownPost) => derive(post, lexicon);
  const jobs = new PostgresScoringJobs(database);
  const meters = new MatchingMetrics(metrics);
  const parts = {
    jobs,
    meters,
    reader: new PostgresSurroundings(database, categories, config.MATCHER_MOST_CANDIDATES),
    pairs: new PostgresPairs(database, new MatchWriter(outbox), ids, rules, meters),
    rules,
    onTrouble: complaintsOf('scorer'),
    onSetAside: ({ postId }: { readonly postId: string }, error: unknown) =>
      logger.error({ id: postId, error }, 'a post could not be scored, however often it was tried'),
  };
  const scorePosts = new ScorePosts(jobs, new DoScoringJob(parts, clock), config.MATCHER_LEASE, clock);
  const scorers = Array.from(
    { length: config.MATCHER_SCORERS },
    () => new Periodic(SCORE_EVERY_MS, (signal) => scorePosts.run(signal), complaintsOf('scorer')),
  );
  const wake = () => {
    for (const scorer of scorers) scorer.wake();
  };
  const posts = new PostgresPostIntake(inbox, deriveFrom);
  const upkeep = new PostgresUpkeep(database, deriveFrom);
  const counts = new PostgresTermCounts(database);
  const refresh = new RefreshFrequencies(counts, config.MATCHER_COUNT_EVERY, clock, knowledge.onFrequencies);
  const renewPosts = new RenewPosts(upkeep, jobs, meters, () => scoredWith(rules()), clock);
  const removeOld = new RemoveOldMatches(upkeep, clock);
  const renew = async () => ((await renewPosts.run()) ? wake() : undefined);
  const provided = [
    new TakeInPost(posts, secrets, clock, wake),
    new TakeInAnalysis(posts, secrets, clock, wake),
    new ForgetPost(posts, clock, wake),
  ];
  return {
    wake,
    controllers: [PostsHandler, AnalysesHandler],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
    workers: {
      ...Object.fromEntries(scorers.map((scorer, at) => [`scorer-${at + 1}`, scorer] as const)),
      'post-renewal': new Periodic(RENEW_EVERY_MS, renew, complaintsOf('post-renewal')),
      'term-counts': new Periodic(REFRESH_EVERY_MS, () => refresh.run(), complaintsOf('term-counts')),
      'old-matches': new Periodic(REMOVE_EVERY_MS, (signal) => removeOld.run(signal), complaintsOf('old-matches')),
    },
    /** So that the first post is scored like the last one before. */
    beforeServing: () => refresh.load(),
  };
}
