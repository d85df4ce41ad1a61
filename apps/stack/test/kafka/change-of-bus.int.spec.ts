import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, freePortRow } from '@foundnow/testing';
import { startKafka } from '@foundnow/testing/brokers';
import { itemReporter } from '../report-items.ts';
import { stackFolder } from '../stack-folder.ts';
import { StackProcess } from '../stack-process.ts';
import { countsAt } from '../status-of.ts';

const PATIENCE = 180_000;
const SOON = { timeoutMs: 30_000 };

let dir: string;
let basePort: number;
let stack: StackProcess;
let brokers: Awaited<ReturnType<typeof startKafka>>;

beforeAll(async () => {
  brokers = await startKafka();
  dir = await stackFolder();
  basePort = await freePortRow(5);
}, PATIENCE);

afterAll(async () => {
  stack.kill();
  await brokers.stop();
  await rm(dir, { recursive: true, force: true });
}, PATIENCE);

/** Starts, sees `before` counted by all, reports one more and sees that counted too; answers what the stack said. */
async function oneMoreOn(bus: 'embedded' | 'kafka', before: number): Promise<string> {
  const dataDir = join(dir, 'data');
  const env = { EVENT_BUS: bus, KAFKA_BROKERS: brokers.brokers.join(','), BASE_PORT: String(basePort) };
  stack = StackProcess.launch({ ...env, DATA_DIR: dataDir });
  await stack.ready();
  expect(await countsAt(basePort)).toEqual([null, before, before, before]);
  const report = await itemReporter(dataDir, basePort);
  expect((await report()).status).toBe(201);
  const after = before + 1;
  await eventually(async () => expect(await countsAt(basePort)).toEqual([null, after, after, after]), SOON);
  const { exitCode, output } = await stack.interrupt();
  expect(exitCode).toBe(0);
  return output;
}

it(
  'the bus changes from one start to the next: what was reported stays and counts once, and the log goes along',
  async () => {
    expect(await oneMoreOn('embedded', 0)).not.toContain('Carried');
    expect(await oneMoreOn('kafka', 1)).toContain('Carried 1 events of the embedded bus over to kafka');
    expect(await oneMoreOn('kafka', 2)).not.toContain('Carried');
    expect(await oneMoreOn('embedded', 3)).toContain('Events went over kafka until now');
    expect(await oneMoreOn('kafka', 4)).toContain('Carried 1 events of the embedded bus over to kafka');
  },
  PATIENCE,
);
