import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, freePortRow } from '@foundnow/testing';
import { residentBytesOf } from './harness/process-tree.ts';
import { Program } from './harness/program.ts';
import type { Row } from './harness/row.ts';
import { median } from './harness/statistics.ts';
import { untilHealthy } from './harness/until-healthy.ts';

const SERVICES = 4;
const MEGABYTE = 1024 * 1024;
/** Memory is looked at again when the first rush is over. */
const SETTLE_MS = 1_500;

interface Start {
  readonly seconds: number;
  readonly megabytes: number;
}

export const coldStart: Row = {
  name: 'cold-start',
  about: '`npm start` in a fresh clone: from nothing to four healthy services',
  unit: 's',
  peerName: 'initdb, PostgreSQL and one empty Nest application',
  bound: { of: 'measured', atMost: 10 },
  async run({ quick, progress }) {
    const ours: Start[] = [];
    const floor: Start[] = [];
    for (let run = 0; run < (quick ? 2 : 5); run += 1) {
      ours.push(await inFreshFolder(startStack));
      floor.push(await inFreshFolder(startFloor));
      progress(`${ours.at(-1)?.seconds} s beside ${floor.at(-1)?.seconds} s`);
    }
    const megabytes = Math.max(...ours.map((start) => start.megabytes));
    return {
      measured: median(ours.map(({ seconds }) => seconds)),
      peer: median(floor.map(({ seconds }) => seconds)),
      checks: {
        everyStartWithin10Seconds: ours.every(({ seconds }) => seconds <= 10),
        residentAtMost1Gigabyte: megabytes > 0 && megabytes <= 1024,
      },
      details: {
        residentMegabytes: megabytes,
        floorMegabytes: Math.max(...floor.map((start) => start.megabytes)),
        ours,
      },
    };
  },
};

/** Nothing is there: no data, no compiled code. What npm installs is there, as after `npm ci`. */
async function inFreshFolder(start: (folder: string) => Promise<Start>): Promise<Start> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fn-cold-')));
  chmodSync(folder, 0o755);
  try {
    return await start(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startStack(folder: string): Promise<Start> {
  const base = await freePortRow(SERVICES + 1);
  const env = { DATA_DIR: join(folder, 'data'), BASE_PORT: String(base), FN_CODE_CACHE: join(folder, 'code') };
  const urls = Array.from({ length: SERVICES }, (_, n) => `http://127.0.0.1:${base + 1 + n}/health/ready`);
  return timed(() => new Program('apps/stack/src/main.ts', { env }), urls);
}

async function startFloor(folder: string): Promise<Start> {
  const port = await freePort();
  const args = [join(folder, 'data'), String(port)];
  const env = { FN_CODE_CACHE: join(folder, 'code') };
  return timed(() => new Program('bench/peers/floor-app.ts', { args, env }), [`http://127.0.0.1:${port}/health`]);
}

async function timed(begin: () => Program, urls: readonly string[]): Promise<Start> {
  const start = performance.now();
  const program = begin();
  try {
    await untilHealthy(program, urls, 60_000);
    const seconds = (performance.now() - start) / 1000;
    const atOnce = residentBytesOf(program.pid);
    await delay(SETTLE_MS);
    return { seconds, megabytes: Math.max(atOnce, residentBytesOf(program.pid)) / MEGABYTE };
  } finally {
    await program.end('SIGTERM');
  }
}
