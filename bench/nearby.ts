import { isDeepStrictEqual } from 'node:util';
import { bruteForce } from './nearby/brute-force.ts';
import { type NearbyQuestion, PostsWorld } from './nearby/posts-world.ts';
import { Program } from './harness/program.ts';
import type { Row, RunOptions } from './harness/row.ts';
import { median, percentile } from './harness/statistics.ts';
import { EarthdistanceSearch } from './peers/earthdistance-search.ts';

const LIMIT = 20;
const AT_ONCE = 50;
const TIMES = 3;
const FASTER = { p50: 3.5, p99: 2 };
const MOST_P99_MS_AT_10_KM = 5;

interface Answers {
  readonly milliseconds: readonly number[];
  readonly ids: readonly (readonly string[])[];
}

interface Side {
  readonly p50: number;
  readonly p99: number;
}

export const nearby: Row = {
  name: 'nearby',
  about:
    'GET /posts/nearby among a million posts by kind, category and 21 days, the real search below row-level security',
  unit: 'ms (median at 10 km)',
  peerName: 'earthdistance with GiST, plain SQL, no row-level security',
  bound: { of: 'ratio', atMost: 1 / FASTER.p50 },
  async run(options) {
    const { quick, slack } = options;
    const count = quick ? 150_000 : 1_000_000;
    const questions = quick ? 200 : 1000;
    const { world, probe, peer } = await prepare(count, options);
    const near = await measure(world.questions(questions, 10_000), probe, peer);
    const far = await measure(world.questions(questions, 50_000), probe, peer);
    const asked = [...world.questions(40, 10_000), ...world.questions(40, 50_000), ...world.questions(40, 1500)];
    const { ids } = await ask(probe, asked);
    const isRight = (question: NearbyQuestion, i: number) =>
      isDeepStrictEqual(bruteForce(world.posts, question, LIMIT + 1), ids[i]);
    const isFaster = (side: Record<'ours' | 'theirs', Side>, of: 'p50' | 'p99') =>
      side.theirs[of] / side.ours[of] >= FASTER[of] * (1 - slack);
    return {
      measured: near.ours.p50,
      peer: near.theirs.p50,
      checks: {
        equalToBruteForce: asked.every(isRight),
        p50At50KmAtLeast3_5TimesFaster: isFaster(far, 'p50'),
        p99At10KmAtLeast2TimesFaster: isFaster(near, 'p99'),
        p99At50KmAtLeast2TimesFaster: isFaster(far, 'p99'),
        p99At10KmAtMost5Ms: near.ours.p99 <= MOST_P99_MS_AT_10_KM * (1 + slack),
      },
      details: { posts: count, questions, at10Km: near, at50Km: far, comparedWithBruteForce: asked.length },
    };
  },
};

async function prepare(count: number, { database, closing, progress }: RunOptions) {
  const fresh = await database();
  const schema = await fresh.provision('posts');
  const migration = new Program('apps/fn-cli/src/main.ts', {
    args: ['migrate', '--service', 'fn-posts'],
    env: { DATABASE_OWNER_URL: schema.ownerUrl },
  });
  await migration.succeeds(60_000);
  const world = new PostsWorld(count);
  await world.fill(fresh.adminUrl, progress);
  const probe = new Program('apps/fn-posts/test/nearby-probe.ts', { args: [schema.appUrl] });
  closing.defer(() => probe.end('SIGKILL'));
  const peer = await EarthdistanceSearch.open(fresh.adminUrl);
  closing.defer(() => peer.close());
  return { world, probe, peer };
}

/**
 * Both sides in turn, on the same questions. Each question is asked so many times and counts with its median: what is
 * measured is what questions cost, not what else the machine did at that moment.
 */
async function measure(questions: readonly NearbyQuestion[], probe: Program, peer: EarthdistanceSearch) {
  const ours: number[][] = questions.map(() => []);
  const theirs: number[][] = questions.map(() => []);
  for (let time = 0; time < TIMES; time += 1) {
    for (let at = 0; at < questions.length; at += AT_ONCE) {
      const part = questions.slice(at, at + AT_ONCE);
      const { milliseconds } = await ask(probe, part);
      for (const [i, question] of part.entries()) {
        ours[at + i]?.push(milliseconds[i] ?? Number.NaN);
        theirs[at + i]?.push(await peer.time(question, LIMIT + 1));
      }
    }
  }
  return { ours: sideOf(ours.map(median)), theirs: sideOf(theirs.map(median)) };
}

function ask(probe: Program, questions: readonly NearbyQuestion[]): Promise<Answers> {
  const queries = questions.map(({ category, createdAfter, ...question }) => ({
    ...question,
    categories: [category],
    createdAfter: new Date(createdAfter).toISOString(),
    limit: LIMIT,
  }));
  return probe.ask<Answers>({ queries });
}

function sideOf(milliseconds: readonly number[]): Side {
  return { p50: percentile(milliseconds, 50), p99: percentile(milliseconds, 99) };
}
