import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, freePortRow } from '@foundnow/testing';
import { startKafka } from '@foundnow/testing/brokers';
import { itemReporter, reportMany } from '../report-items.ts';
import { serviceProcesses } from '../service-processes.ts';
import { stackFolder } from '../stack-folder.ts';
import { StackProcess } from '../stack-process.ts';
import { countsAt } from '../status-of.ts';
import { handledAt, Replica } from './replica.ts';

const PATIENCE = 180_000;
/** As long as Kafka takes a silent member for a living one, and the rebalance after. */
const A_REBALANCE = { timeoutMs: 75_000, intervalMs: 100 };
const CLIENTS = 2;

describe('four processes on a real Kafka', () => {
  let dir: string;
  let basePort: number;
  let stack: StackProcess;
  let brokers: Awaited<ReturnType<typeof startKafka>>;
  const replicas: Replica[] = [];

  beforeAll(async () => {
    // One of its own: the groups and topics of the platform have the same names everywhere.
    brokers = await startKafka();
    dir = await stackFolder();
    basePort = await freePortRow(6);
  }, PATIENCE);

  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.end('SIGKILL')));
    await stack.interrupt();
    await brokers.stop();
    await rm(dir, { recursive: true, force: true });
  }, PATIENCE);

  const dataDir = () => join(dir, 'data');
  const secondMatcher = async () => {
    const replica = await Replica.launch('fn-matcher', dataDir(), basePort + 5);
    replicas.push(replica);
    return replica;
  };
  const firstMatcher = () => serviceProcesses(stack.pid).get('fn-matcher')?.[0] ?? 0;
  const counts = () => countsAt(basePort);
  const moreThan = (count: number, handled: () => Promise<number>) =>
    eventually(async () => expect(await handled()).toBeGreaterThan(count), A_REBALANCE);

  it(
    'counts each report exactly once in every service, while a replica comes, leaves, and takes over from one that died',
    async () => {
      stack = StackProcess.launch({
        DATA_DIR: dataDir(),
        BASE_PORT: String(basePort),
        SERVICES_AS: 'processes',
        EVENT_BUS: 'kafka',
        KAFKA_BROKERS: brokers.brokers.join(','),
      });
      await stack.ready();
      const report = await itemReporter(dataDir(), basePort);
      const load = reportMany(report, CLIENTS);
      const first = () => handledAt(`http://127.0.0.1:${basePort + 3}`);
      await moreThan(0, first);

      const second = await secondMatcher();
      await moreThan(0, () => second.handled());
      expect(await second.end('SIGTERM')).toBe(0);
      await moreThan(await first(), first);

      const third = await secondMatcher();
      await moreThan(0, () => third.handled());
      process.kill(firstMatcher(), 'SIGKILL');
      await moreThan((await third.handled()) + 100, () => third.handled());
      await eventually(() => expect(stack.output).toContain('fn-matcher ended unexpectedly (SIGKILL)'));

      const reported = await load.stop();
      await eventually(async () => expect(await counts()).toEqual([null, reported, reported, reported]), A_REBALANCE);

      // And the one that died is back, alone again.
      expect(await third.end('SIGTERM')).toBe(0);
      expect((await report()).status).toBe(201);
      const all = reported + 1;
      await eventually(async () => expect(await counts()).toEqual([null, all, all, all]), A_REBALANCE);
    },
    PATIENCE,
  );
});
