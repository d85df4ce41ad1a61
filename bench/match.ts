import { Program } from './harness/program.ts';
import type { Row, RunOptions } from './harness/row.ts';
import { median, percentile } from './harness/statistics.ts';
import { type NewPost, SqlMatcher } from './peers/sql-matcher.ts';

const MOST_P99_MS = 50;
const LEAST_PER_SECOND = 60;
const LANES = 3;
const FILL_MS = 1_800_000;
const MATCH_MS = 300_000;

/** What apps/fn-matcher/test/probe/matching-probe.ts answers. */
interface Answer {
  readonly seconds: number;
  readonly milliseconds: readonly number[];
  readonly candidates: readonly number[];
  readonly matches: number;
  readonly troubles: number;
  readonly cpuMs: number;
  readonly asked: readonly NewPost[];
}

export const match: Row = {
  name: 'match',
  about:
    'post.created to stored matches among a million active posts without photos: taken in, searched, scored signal by signal, stored with events',
  unit: 'ms (p99 of one post)',
  peerName: 'earthdistance with GiST, fixed weights and trigrams in one SQL statement',
  bound: { of: 'measured', atMost: MOST_P99_MS },
  async run(options) {
    const { quick, slack } = options;
    const count = quick ? 60_000 : 1_000_000;
    const posts = quick ? 200 : 1_000;
    const { probe, peer } = await prepare(count, options);
    await ask(probe, { do: 'match', posts: posts / 4, lanes: 1 }, MATCH_MS);
    const alone = await ask(probe, { do: 'match', posts, lanes: 1 }, MATCH_MS);
    const crowd = await ask(probe, { do: 'match', posts: 2 * posts, lanes: LANES }, MATCH_MS);
    const theirs: number[] = [];
    for (const post of alone.asked) theirs.push(await peer.time(post));
    const perSecond = crowd.milliseconds.length / crowd.seconds;
    const candidates = { median: median(alone.candidates), p95: percentile(alone.candidates, 95) };
    return {
      measured: percentile(alone.milliseconds, 99),
      peer: percentile(theirs, 99),
      checks: {
        medianOfCandidatesAtLeast100: candidates.median >= 100,
        p95OfCandidatesAtLeast300: candidates.p95 >= 300,
        atLeast60PostsPerSecond: perSecond >= LEAST_PER_SECOND * (1 - slack),
        nothingFailed: alone.troubles + crowd.troubles === 0,
        everyPostScored: alone.candidates.length === posts && crowd.candidates.length === 2 * posts,
      },
      details: {
        posts: count,
        matched: posts,
        candidates,
        pairsStored: alone.matches,
        milliseconds: figures(alone.milliseconds),
        peerMilliseconds: figures(theirs),
        postsPerSecond: Math.round(perSecond * 10) / 10,
        lanes: LANES,
        // One lane: what is not spent in this process is spent waiting for the database.
        databaseShare: Number((1 - alone.cpuMs / 1_000 / alone.seconds).toFixed(2)),
        appCpuMsPerPost: Number((alone.cpuMs / posts).toFixed(2)),
      },
    };
  },
};

async function prepare(count: number, { database, closing, progress }: RunOptions) {
  const fresh = await database();
  const schema = await fresh.provision('matcher');
  const migration = new Program('apps/fn-cli/src/main.ts', {
    args: ['migrate', '--service', 'fn-matcher'],
    env: { DATABASE_OWNER_URL: schema.ownerUrl },
  });
  await migration.succeeds(60_000);
  const probe = new Program('apps/fn-matcher/test/probe/matching-probe.ts', { args: [schema.appUrl] });
  closing.defer(() => probe.end('SIGKILL'));
  const { seconds } = await ask(probe, { do: 'fill', posts: count, adminUrl: fresh.adminUrl }, FILL_MS);
  progress(`${count} posts written and counted in ${Math.round(seconds)} s`);
  const peer = await SqlMatcher.open(fresh.adminUrl);
  closing.defer(() => peer.close());
  return { probe, peer };
}

function ask(probe: Program, order: object, patienceMs: number): Promise<Answer> {
  return probe.ask<Answer>(order, patienceMs);
}

function figures(milliseconds: readonly number[]) {
  const at = (percent: number) => Number(percentile(milliseconds, percent).toFixed(1));
  return { p50: at(50), p95: at(95), p99: at(99) };
}
