import { Database, openPool } from '@foundnow/postgres';
import { Inbox, OutboxWriter } from '@foundnow/outbox';
import { systemClock, uuidv7 } from '@foundnow/kernel';
import { openKnowledge } from '../../src/knowledge.module.ts';
import { derive } from '../../src/domain/post/derive.ts';
import { PostgresSurroundings } from '../../src/outbound/postgres/candidates/postgres-surroundings.ts';
import { PostgresTermCounts } from '../../src/outbound/postgres/frequencies/postgres-term-counts.ts';
import { MatchWriter } from '../../src/outbound/postgres/matches/match-writer.ts';
import { PostgresPostIntake } from '../../src/outbound/postgres/posts/postgres-post-intake.ts';
import { PostgresPairs } from '../../src/outbound/postgres/scoring/postgres-pairs.ts';
import { PostgresScoringJobs } from '../../src/outbound/postgres/scoring/postgres-scoring-jobs.ts';
import { RefreshFrequencies } from '../../src/use-cases/frequencies/refresh-frequencies.ts';
import { DoScoringJob } from '../../src/use-cases/scoring/do-scoring-job.ts';
import { ScorePosts } from '../../src/use-cases/scoring/score-posts.ts';
import { scoredWith } from '../../src/use-cases/scoring/score-post.ts';
import { fillPosts } from '../matching/bulk-posts.ts';
import { aDelivery, type Said } from '../matching/told.builder.ts';
import { PostWorld } from './post-world.ts';

/** What a benchmark asks of the matcher as it stands in the service, in a process of its own. */
export type ProbeOrder =
  | { readonly do: 'fill'; readonly posts: number; readonly adminUrl: string }
  | { readonly do: 'match'; readonly posts: number; readonly lanes: number };

export interface ProbeAnswer {
  readonly seconds: number;
  /** Of each post, from what an event says of it to stored matches. */
  readonly milliseconds: readonly number[];
  readonly candidates: readonly number[];
  readonly matches: number;
  readonly troubles: number;
  /** Of this process; the rest of the time is the database's. */
  readonly cpuMs: number;
  /** What was asked for: a peer asks the same. */
  readonly asked: readonly Pick<Said, 'kind' | 'category' | 'title' | 'place' | 'radiusMeters' | 'occurredFrom'>[];
}

const NOTHING: ProbeAnswer = {
  seconds: 0,
  milliseconds: [],
  candidates: [],
  matches: 0,
  troubles: 0,
  cpuMs: 0,
  asked: [],
};
const [, , url = ''] = process.argv;
const database = new Database(openPool({ url, schema: 'matcher', applicationName: 'matching-probe', poolSize: 8 }));
const knowledge = openKnowledge({
  MATCHER_MODEL: 'v1',
  MATCHER_NOTIFY_FROM: 0.85,
  MATCHER_SHOW_FROM: 0.7,
  MATCHER_REVIEW_FROM: 0.5,
  MATCHER_SIGNALS_OFF: [],
});
let world: PostWorld | undefined;

process.on('message', (order: ProbeOrder) => {
  void carryOut(order).then((answer) => process.send?.(answer));
});

async function carryOut(order: ProbeOrder): Promise<ProbeAnswer> {
  return order.do === 'fill' ? fill(order) : match(order.posts, order.lanes);
}

async function fill({ posts, adminUrl }: { readonly posts: number; readonly adminUrl: string }): Promise<ProbeAnswer> {
  const start = performance.now();
  world = new PostWorld(posts);
  await fillPosts(adminUrl, world.posts(), scoredWith(knowledge.rules()));
  const counts = new PostgresTermCounts(database);
  await new RefreshFrequencies(counts, 3_600_000, systemClock, knowledge.onFrequencies).run();
  return { ...NOTHING, seconds: (performance.now() - start) / 1_000 };
}

async function match(posts: number, lanes: number): Promise<ProbeAnswer> {
  const seen = { candidates: [] as number[], matches: 0, troubles: 0 };
  const jobs = new PostgresScoringJobs(database);
  const outbox = new OutboxWriter({ schema: 'matcher', service: 'fn-matcher' });
  const parts = {
    jobs,
    reader: new PostgresSurroundings(database, knowledge.categories, 2_000),
    pairs: new PostgresPairs(database, new MatchWriter(outbox), uuidv7, knowledge.rules, { told: () => undefined }),
    meters: {
      scored: ({ pairs }: { readonly pairs: readonly unknown[] }, candidates: number) => {
        seen.candidates.push(candidates);
        seen.matches += pairs.length;
      },
      told: () => undefined,
      setAside: () => undefined,
      backlog: () => undefined,
    },
    rules: knowledge.rules,
    onTrouble: () => (seen.troubles += 1),
    onSetAside: () => undefined,
  };
  const scorer = new ScorePosts(jobs, new DoScoringJob(parts, systemClock), 60_000, systemClock);
  const intake = new PostgresPostIntake(new Inbox(database, 'matcher'), (post) => derive(post, knowledge.lexicon));
  const asked = Array.from({ length: posts }, () => (world as PostWorld).newPost());
  const milliseconds: number[] = [];
  const waiting = [...asked];
  const cpu = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let said = waiting.shift(); said !== undefined; said = waiting.shift()) {
        const began = performance.now();
        const news = {
          postId: uuidv7.next(),
          version: 1,
          said,
          status: 'active',
          photos: { version: 1, list: [] },
        } as const;
        await intake.take(news, aDelivery(), new Date());
        await scorer.run();
        milliseconds.push(performance.now() - began);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { ...seen, seconds, milliseconds, cpuMs: (user + system) / 1_000, asked };
}
