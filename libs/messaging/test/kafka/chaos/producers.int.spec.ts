import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testKafka } from '@foundnow/testing/brokers';
import { startKafkaHarness } from '../kafka-harness.ts';
import { ChaosRun, TIMINGS } from './chaos-run.ts';
import { Producer } from './start-producer.ts';

const LIVES = 6;

describe('a producer under load', () => {
  let run: ChaosRun;
  const producers: Producer[] = [];

  const startProducer = (): Producer => {
    const clientId = `chaos-p${producers.length}`;
    const producer = new Producer({ connection: { brokers: testKafka() }, clientId, timings: TIMINGS });
    producers.push(producer);
    return producer;
  };

  afterEach(async () => {
    await run.close();
    await Promise.all(producers.map((producer) => producer.kill()));
  }, 120_000);

  it('may be killed in the middle of a publish: its successor publishes the batch again, and order holds', async () => {
    let current = startProducer();
    run = new ChaosRun(testKafka(), await startKafkaHarness().createTopic(6), (batch) => current.publish(batch));
    await Promise.all([run.join(), run.join()]);
    await run.flows();
    for (let life = 1; life < LIVES; life += 1) {
      const victim = current;
      const successor = startProducer();
      await victim.begins();
      // A little later each time, so that it dies before, while and after the broker hears of the batch.
      await delay(2 * life);
      await victim.kill();
      await run.recovers(`kill ${life}`, async () => {
        current = successor;
      });
    }
    const verdict = await run.finish('producer killed in mid-publish');
    expect(verdict).toMatchObject({ faults: [], lag: 0 });
    expect(verdict.unknown).toBeGreaterThan(0);
    expect(verdict.copies).toBeLessThanOrEqual(verdict.unknown);
  }, 120_000);
});
