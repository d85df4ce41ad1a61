import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { testKafka } from '@foundnow/testing/brokers';
import { partitionOfKey } from '../../../src/index.ts';
import { startKafkaHarness } from '../kafka-harness.ts';
import { ChaosRun, type Member, TIMINGS } from './chaos-run.ts';
import type { Child } from './child-process.ts';
import { startConsumer } from './start-consumer.ts';

const PARTITIONS = 6;
const SLOW_MS = 14_000;

describe('a group of consumers under load', () => {
  let run: ChaosRun;
  const children = new Set<Child>();

  const begin = async (): Promise<void> => {
    run = new ChaosRun(testKafka(), await startKafkaHarness().createTopic(PARTITIONS));
  };

  const startProcess = async (workMs = 2): Promise<Child> => {
    const { topic, group, ledger } = run;
    const member = run.nextName();
    const options = { connection: { brokers: testKafka() }, clientId: `chaos-${member}`, timings: TIMINGS };
    const child = await startConsumer({ options, member, group, topic, workMs }, ledger);
    children.add(child);
    return child;
  };

  /** As many members have a part in the partitions, none of them in all. */
  const shared = (members: number): Promise<unknown> =>
    eventually(() => new Set(run.ledger.owners().values()).size === members, { timeoutMs: 30_000 });

  afterEach(async () => {
    await run.close();
    await Promise.all([...children].map((child) => child.kill()));
    children.clear();
  }, 120_000);

  it('loses nothing when its members are killed in the middle of a batch, one after the other', async () => {
    await begin();
    const members = await Promise.all([startProcess(), startProcess(), startProcess()]);
    await shared(3);
    for (const [index, victim] of members.entries()) {
      await run.recovers(`kill ${index + 1}`, () => victim.kill());
      await startProcess();
    }
    await shared(3);
    expect(await run.finish('consumer killed in mid-batch, thrice')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('hands over in order when it shrinks from three to one and grows again', async () => {
    await begin();
    const [stays, ...others] = await Promise.all([run.join(), run.join(), run.join()]);
    await shared(3);
    const stop = ({ subscription }: Member): Promise<void> => subscription.stop();
    await run.recovers('three to one', () => Promise.all(others.map(stop)));
    expect(new Set(run.ledger.owners().values())).toEqual(new Set([stays?.name]));
    await run.recovers('one to three', () => Promise.all([run.join(), run.join()]));
    await shared(3);
    const verdict = await run.finish('group of 3 scaled to 1 and back');
    expect(verdict).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('goes on without a member that stands still, which begins nothing of what others took over', async () => {
    await begin();
    const [still] = await Promise.all([startProcess(), startProcess()]);
    await shared(2);
    await run.recovers('member silent', async () => still?.signal('SIGSTOP'));
    await run.recovers('member moves again', async () => still?.signal('SIGCONT'));
    await shared(2);
    expect(await run.finish('consumer paused for longer than its session')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('waits for handlers that are slower than a session and a rebalance together, while others join', async () => {
    await begin();
    const slow = new Map<number, { readonly id: string; readonly signal: AbortSignal }>();
    await run.join(async ({ partition, attributes: { id } }, { signal }) => {
      if (slow.has(partition) || ![0, PARTITIONS - 1].includes(partition)) return delay(2);
      slow.set(partition, { id, signal });
      return delay(SLOW_MS);
    });
    await eventually(() => slow.size === 2, { timeoutMs: 30_000 });
    const quick = (key: string): boolean => !slow.has(partitionOfKey(key, PARTITIONS));
    await run.recovers('quick keys, two members more', () => Promise.all([run.join(), run.join()]), quick);
    await run.recovers('all keys', async () => undefined);
    const verdict = await run.finish('two handlers slower than session and rebalance');
    expect(verdict).toMatchObject({ faults: [], lag: 0 });
    for (const { id, signal } of slow.values()) {
      const times = run.ledger.done.filter((handling) => handling.id === id).length;
      // Whose partition went to another is told so; otherwise it is theirs alone, however long it takes.
      expect({ id, aborted: signal.aborted, times }).toEqual({ id, aborted: times > 1, times });
    }
  }, 120_000);
});
