import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@foundnow/kernel';
import { eventually } from '@foundnow/testing';
import { type KafkaCluster, type KafkaNode, startKafka } from '@foundnow/testing/brokers';
import { startKafkaHarness } from '../kafka-harness.ts';
import { ChaosRun } from './chaos-run.ts';
import { ClusterView, type Placement } from './cluster-view.ts';

const PARTITIONS = 6;
/** Longer than the session of a member, and than a broker may be silent before others lead in its place. */
const SILENCE_MS = 9000;

describe('a Kafka of three brokers', () => {
  let cluster: KafkaCluster;
  let view: ClusterView;
  let run: ChaosRun;

  /** Three copies of everything, two of which must be there before a publish is acknowledged. */
  const safeTopic = (): Promise<string> => startKafkaHarness(cluster.brokers).createTopic(PARTITIONS);

  const begin = async (topic: string): Promise<void> => {
    run = new ChaosRun(cluster.brokers, topic);
    await Promise.all([run.join(), run.join(), run.join()]);
    await run.flows();
  };

  const nodeWith = (id: number): KafkaNode => {
    const node = cluster.nodes.find((one) => one.id === id);
    if (!node) throw new Error(`The cluster has no node ${id}`);
    return node;
  };

  beforeAll(async () => {
    cluster = await startKafka({ nodes: 3, settings: { 'leader.imbalance.check.interval.seconds': '3' } });
    view = new ClusterView(cluster.brokers);
  }, 120_000);
  afterEach(async () => {
    await run.close();
    await Promise.all(cluster.nodes.map((node) => node.start()));
  }, 120_000);
  afterAll(() => cluster.stop(), 120_000);

  it('goes on while the leader of a partition is dead, and when it leads again', async () => {
    await begin(await safeTopic());
    const leader = nodeWith(await view.leaderOf(run.topic, 0));
    await run.recovers('leader killed', () => leader.kill());
    await run.recovers('leader back', () => leader.start());
    await run.recovers('elected', () =>
      eventually(() => view.preferredLead(run.topic), { timeoutMs: 40_000, intervalMs: 200 }),
    );
    expect(await run.finish('leader killed, later back and elected again')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('moves all partitions to other brokers under load', async () => {
    const topic = `moved.${uuidv7.next()}`;
    const placement = (shift: number): Placement =>
      Array.from({ length: PARTITIONS }, (_, partition) => ({
        partition,
        replicas: [((partition + shift) % 3) + 1],
      }));
    await view.create(topic, placement(0));
    await begin(topic);
    for (const shift of [1, 2]) {
      await run.recovers(`move ${shift}`, () => view.move(topic, placement(shift)));
    }
    expect(await run.finish('every partition moved, twice')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('does not mind topics of others that have no leader', async () => {
    const topic = await safeTopic();
    const lonely = nodeWith(3);
    await view.create(`lonely.${uuidv7.next()}`, [{ partition: 0, replicas: [lonely.id] }]);
    await lonely.kill();
    await begin(topic);
    await run.bus.ping();
    await run.recovers('topic provisioned', safeTopic);
    expect(await run.finish('a leaderless topic beside')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it("goes on without the broker that coordinates the group, and forgets nothing of the group's positions", async () => {
    await begin(await safeTopic());
    const coordinator = nodeWith(await view.coordinatorOf(run.group));
    await run.recovers('coordinator killed', () => coordinator.kill());
    await run.recovers('coordinator back', () => coordinator.start());
    expect(await run.finish('coordinator of the group killed')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('recovers on both sides from a broker that stands still for longer than a session, and moves again', async () => {
    await begin(await safeTopic());
    const silent = nodeWith(await view.coordinatorOf(run.group));
    try {
      await run.recovers('broker silent', () => silent.pause());
      await delay(SILENCE_MS);
    } finally {
      await silent.resume();
    }
    await run.recovers('broker moves again', async () => undefined);
    expect(await run.finish('broker paused and resumed')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);
});
