import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type KafkaCluster, startKafka } from '@foundnow/testing/brokers';
import { startKafkaHarness } from '../kafka-harness.ts';
import { ChaosRun } from './chaos-run.ts';

const SILENCE_MS = 9000;

describe('a Kafka of one broker', () => {
  let cluster: KafkaCluster;
  let run: ChaosRun;

  const begin = async (): Promise<void> => {
    run = new ChaosRun(cluster.brokers, await startKafkaHarness(cluster.brokers).createTopic(6));
    await Promise.all([run.join(), run.join()]);
    await run.flows();
  };

  beforeAll(async () => {
    cluster = await startKafka();
  }, 180_000);
  afterEach(() => run.close(), 120_000);
  afterAll(() => cluster.stop(), 120_000);

  it('loses nothing that it acknowledged, and no order, when it is killed under load and comes back', async () => {
    await begin();
    const [node] = cluster.nodes;
    for (const time of ['first', 'second']) {
      await node?.kill();
      await run.recovers(`back after the ${time} kill`, async () => node?.start());
    }
    expect(await run.finish('one broker killed and started again, twice')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);

  it('is found again by both sides when it stood still for longer than a session', async () => {
    await begin();
    const [node] = cluster.nodes;
    await node?.pause();
    try {
      await delay(SILENCE_MS);
    } finally {
      await run.recovers('moves again', async () => node?.resume());
    }
    expect(await run.finish('one broker paused and resumed')).toMatchObject({ faults: [], lag: 0 });
  }, 120_000);
});
