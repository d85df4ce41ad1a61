import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type KafkaCluster, type KafkaOptions, startKafka } from '@foundnow/testing/brokers';
import { servingBrokers } from '../../src/brokers/kafka/serving-brokers.ts';
import { consume, kafkaClient, makeTopic, produce } from './messages.ts';

describe('a Kafka started for tests', () => {
  let dataDir: string;
  let cluster: KafkaCluster | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'fn-start-kafka-'));
  });

  afterEach(async () => {
    await cluster?.stop();
    cluster = undefined;
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async (options: KafkaOptions = {}) => {
    cluster = await startKafka(options);
    const [first, second] = cluster.nodes;
    return { cluster, first: first!, second: second!, kafka: kafkaClient(cluster.access()) };
  };

  it('keeps what it acknowledged when its node is killed and started again', async () => {
    const { first, kafka } = await start();
    await makeTopic(kafka, 'kept');
    await produce(kafka, 'kept', 'before');
    await first.kill();
    expect(first.isRunning).toBe(false);
    await first.start();
    await produce(kafka, 'kept', 'after');
    expect(await consume(kafka, 'kept', 2)).toEqual(['before', 'after']);
    expect(readFileSync(first.logFile, 'utf8').match(/Kafka Server started/g)).toHaveLength(2);
  });

  it('is the same cluster at the same address when it is started again on its folder', async () => {
    const { cluster: earlier, kafka } = await start({ dataDir });
    await makeTopic(kafka, 'kept');
    await produce(kafka, 'kept', 'from the first run');
    await earlier.stop();
    const { cluster: later, kafka: again } = await start({ dataDir });
    expect([later.clusterId, later.brokers]).toEqual([earlier.clusterId, earlier.brokers]);
    expect(await consume(again, 'kept', 1)).toEqual(['from the first run']);
    await expect(startKafka({ dataDir, nodes: 3 })).rejects.toThrow(/cluster of 1 node\. Ask for as many/);
    await expect(startKafka({ dataDir })).rejects.toThrow(/already serves .*two on one would destroy it/);
  });

  it('goes on with any two of its three nodes', async () => {
    const { first, second, kafka } = await start({ nodes: 3 });
    await makeTopic(kafka, 'replicated', 3);
    await produce(kafka, 'replicated', 'by all');
    await first.kill();
    await produce(kafka, 'replicated', 'without the first');
    await first.start();
    await second.stop();
    await produce(kafka, 'replicated', 'without the second');
    expect(await consume(kafka, 'replicated', 3)).toEqual(['by all', 'without the first', 'without the second']);
  });

  it('answers nobody while its node is paused', async () => {
    const { first, kafka } = await start();
    await makeTopic(kafka, 'paused');
    await first.pause();
    await expect(servingBrokers(first.address, {})).rejects.toThrow(/timed? ?out/i);
    await first.resume();
    await produce(kafka, 'paused', 'after');
    expect(await consume(kafka, 'paused', 1)).toEqual(['after']);
  });

  it('says which setting kept it from starting', async () => {
    await expect(start({ settings: { 'num.io.threads': 'many' } })).rejects.toThrow(/num\.io\.threads/);
  });
});
