import { type Clock, systemClock, uuidv7 } from '@foundnow/kernel';
import { Inbox, OutboxWriter } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import { derive } from '../../src/domain/post/derive.ts';
import { readCategories } from '../../src/outbound/knowledge/read-categories.ts';
import { readLexicon } from '../../src/outbound/knowledge/read-lexicon.ts';
import { PostgresSurroundings } from '../../src/outbound/postgres/candidates/postgres-surroundings.ts';
import { MatchWriter } from '../../src/outbound/postgres/matches/match-writer.ts';
import { PostgresPostIntake } from '../../src/outbound/postgres/posts/postgres-post-intake.ts';
import { PostgresPairs } from '../../src/outbound/postgres/scoring/postgres-pairs.ts';
import { PostgresScoringJobs } from '../../src/outbound/postgres/scoring/postgres-scoring-jobs.ts';
import { DoScoringJob } from '../../src/use-cases/scoring/do-scoring-job.ts';
import { ScorePosts } from '../../src/use-cases/scoring/score-posts.ts';
import type { ScoringRules } from '../../src/use-cases/scoring/score-post.ts';
import { testScoring } from './test-model.ts';

interface Parts {
  readonly clock?: Clock;
  readonly most?: number;
}

/** Taking in and scoring, as a replica does it, by a model that anybody can reckon with. */
export function matchingOn(database: Database, { clock = systemClock, most = 1_000 }: Parts = {}) {
  const categories = readCategories();
  const rules: ScoringRules = {
    scoring: testScoring(),
    thresholds: { notify: 0.85, show: 0.7, review: 0.5 },
    categories,
  };
  const outbox = new OutboxWriter({ schema: 'matcher', service: 'fn-matcher', clock });
  const writer = new MatchWriter(outbox);
  const jobs = new PostgresScoringJobs(database);
  const reader = new PostgresSurroundings(database, categories, most);
  const troubles: unknown[] = [];
  const setAside: string[] = [];
  const doJob = new DoScoringJob(
    {
      jobs,
      reader,
      pairs: new PostgresPairs(database, writer, uuidv7, () => rules, { told: () => undefined }),
      meters: { scored: () => undefined, told: () => undefined, setAside: () => undefined, backlog: () => undefined },
      rules: () => rules,
      onTrouble: (error) => troubles.push(error),
      onSetAside: ({ postId }) => setAside.push(postId),
    },
    clock,
  );
  const intake = new PostgresPostIntake(new Inbox(database, 'matcher'), (post) => derive(post, readLexicon()));
  return {
    rules,
    reader,
    intake,
    jobs,
    writer,
    scorer: new ScorePosts(jobs, doJob, 60_000, clock),
    troubles,
    setAside,
  };
}

export type MatchingUnderTest = ReturnType<typeof matchingOn>;
