import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@foundnow/testing';
import { differencesOf } from './http-write/differences.ts';
import { postLoad, type HttpResult } from './harness/http-load.ts';
import { Program } from './harness/program.ts';
import type { Row } from './harness/row.ts';
import { inTurn, median } from './harness/statistics.ts';
import { untilHealthy } from './harness/until-healthy.ts';
import { openPostsBench, type PostsBench } from './http-write/posts-bench.ts';
import { SAMPLE_REPORT } from './http-write/sample-report.ts';

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 4;
/** One for each side. */
const WARM_UPS = 2;
const PATH = '/api/v1/posts';
const PROBE = fileURLToPath(new URL('harness/cpu-probe.ts', import.meta.url));

/** A server under load and what was measured of it. */
interface Side {
  readonly program: Program;
  readonly url: string;
  readonly loads: HttpResult[];
  readonly microsPerRequest: number[];
}

export const httpWrite: Row = {
  name: 'http-write',
  about: 'POST /api/v1/posts from checked body to committed row and outbox, in fn-posts',
  unit: 'req/s',
  peerName: 'Fastify, pg, zod and jose by hand, same statements',
  bound: { of: 'ratio', atLeast: 0.85 },
  async run({ quick, slack, progress, database, closing }) {
    const bench = await openPostsBench(await database());
    closing.defer(() => bench.close());
    const ours = await startSide('apps/fn-posts/src/main.ts', bench);
    const bare = await startSide('bench/peers/bare-posts/main.ts', bench);
    closing.defer(async () => {
      for (const { program } of [ours, bare]) await program.end('SIGTERM');
    });
    const differences = differencesOf(await once(ours, bench), await once(bare, bench));
    const seconds = quick ? 2 : 10;
    // A server that has run for a while: its code is compiled for what it does.
    for (const { url } of [ours, bare]) await postLoad({ ...loadOf(bench), url, seconds: WARM_UP_SECONDS });
    const before = await bench.rows();
    const result = await inTurn(
      5,
      () => measure(ours, bench, seconds, progress),
      () => measure(bare, bench, seconds, progress),
    );
    const after = await bench.rows();
    const all = [...ours.loads, ...bare.loads];
    const answered = all.reduce((sum, load) => sum + load.answered, 0);
    const cpu = { ours: median(counted(ours.microsPerRequest)), bare: median(counted(bare.microsPerRequest)) };
    return {
      measured: result.a,
      peer: result.b,
      checks: {
        cpuPerRequestAtMost1_3: cpu.ours / cpu.bare <= 1.3 * (1 + slack),
        nothingRefused: all.every(({ failed }) => failed === 0),
        sameAnswersAndRows: differences.length === 0,
        everyAnswerIsAPost: isWithin(after.posts - before.posts, answered, all.length + WARM_UPS),
        everyPostHasItsEvent: after.posts === after.events,
      },
      details: {
        connections: CONNECTIONS,
        differences,
        ratios: result.ratios,
        cpuRatio: cpu.ours / cpu.bare,
        cpuMicrosPerRequest: cpu,
        p50: latencies('p50', ours, bare),
        p99: latencies('p99', ours, bare),
      },
    };
  },
};

async function startSide(main: string, { environment, folder }: PostsBench): Promise<Side> {
  const port = await freePort();
  const env = { ...environment, PORT: String(port), LOG_FILE: join(folder, `${port}.log`) };
  const program = new Program(main, { env, preload: [PROBE] });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(program, [`${url}/health/live`], 30_000);
  return { program, url: url + PATH, loads: [], microsPerRequest: [] };
}

function loadOf({ token }: PostsBench) {
  return { connections: CONNECTIONS, token, body: SAMPLE_REPORT };
}

async function measure(
  { program, url, loads, microsPerRequest }: Side,
  bench: PostsBench,
  seconds: number,
  progress: (text: string) => void,
) {
  const before = await program.ask<NodeJS.CpuUsage>({});
  const load = await postLoad({ ...loadOf(bench), url, seconds });
  const after = await program.ask<NodeJS.CpuUsage>({});
  loads.push(load);
  microsPerRequest.push((after.user + after.system - before.user - before.system) / load.answered);
  progress(`${load.perSecond} req/s, ${microsPerRequest.at(-1)} µs of processor each`);
  return load.perSecond;
}

/** What one request was answered and what it left in the database. */
async function once({ url }: Side, bench: PostsBench): Promise<unknown> {
  const headers = { authorization: `Bearer ${bench.token}`, 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: SAMPLE_REPORT });
  const body = (await answer.json()) as { id: string };
  return { status: answer.status, body, committed: await bench.committed(body.id) };
}

/** What was on its way when a load stopped is committed without being counted. */
function isWithin(rows: number, answered: number, loads: number): boolean {
  return rows >= answered && rows <= answered + loads * CONNECTIONS;
}

/** Without the warm-up. */
function counted<T>(values: readonly T[]): T[] {
  return values.slice(1);
}

function latencies(percent: 'p50' | 'p99', ours: Side, bare: Side) {
  const of = ({ loads }: Side) => median(counted(loads).map((load) => load[percent]));
  return { ours: of(ours), bare: of(bare) };
}
