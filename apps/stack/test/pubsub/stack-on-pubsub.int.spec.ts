import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, freePortRow } from '@foundnow/testing';
import { type PubSubEmulator, startPubSubEmulator } from '@foundnow/testing/brokers';
import { itemReporter } from '../report-items.ts';
import { stackFolder } from '../stack-folder.ts';
import { StackProcess } from '../stack-process.ts';
import { countsAt } from '../status-of.ts';

const PATIENCE = 180_000;
const REPORTS = 20;

let dir: string;
let basePort: number;
let stack: StackProcess;
let emulator: PubSubEmulator;

beforeAll(async () => {
  emulator = await startPubSubEmulator();
  dir = await stackFolder();
  basePort = await freePortRow(6);
}, PATIENCE);

afterAll(async () => {
  stack.kill();
  await emulator.stop();
  await rm(dir, { recursive: true, force: true });
}, PATIENCE);

it(
  'four processes and a replica on Pub/Sub count each report exactly once',
  async () => {
    const dataDir = join(dir, 'data');
    stack = StackProcess.launch({
      DATA_DIR: dataDir,
      BASE_PORT: String(basePort),
      SERVICES_AS: 'processes',
      REPLICAS: 'fn-matcher:2',
      EVENT_BUS: 'pubsub',
      // The emulator may be shared: in a project of its own nobody else is met.
      PUBSUB_PROJECT_ID: `fn-stack-${Date.now()}`,
      PUBSUB_EMULATOR_HOST: emulator.host,
    });
    await stack.ready();
    const report = await itemReporter(dataDir, basePort);
    const answers = await Promise.all(Array.from({ length: REPORTS }, report));
    expect(answers.map(({ status }) => status)).toEqual(Array(REPORTS).fill(201));
    const counts = [null, REPORTS, REPORTS, REPORTS, REPORTS];
    await eventually(async () => expect(await countsAt(basePort)).toEqual(counts), { timeoutMs: 30_000 });
    expect(await stack.interrupt()).toMatchObject({ exitCode: 0 });
  },
  PATIENCE,
);
