import { createEmbeddedBus, type MessageBus } from '@foundnow/messaging';
import { createKafkaBus, provisionKafkaTopics } from '@foundnow/messaging/kafka';
import { benchKafka } from './harness/bench-kafka.ts';
import {
  commitToHandler,
  countEffects,
  PER_SECOND,
  prepareState,
  summary,
  WARM_UP_SECONDS,
} from './harness/commit-to-handler.ts';
import { openOutboxBench } from './harness/outbox-bench.ts';
import type { Row } from './harness/row.ts';
import { median, percentile } from './harness/statistics.ts';

const DAY_MILLIS = 86_400_000;

export const kafkaLatency: Row = {
  name: 'kafka-latency',
  about: 'from COMMIT to the handler at 200 events/s on a real Kafka, with a broker of its own (p99)',
  needs: 'kafka',
  unit: 'ms',
  peerName: 'the embedded bus',
  bound: { of: 'measured', atMost: 2500 },
  async run({ quick, progress, database, closing }) {
    const seconds = quick ? 4 : 30;
    const rounds = quick ? 2 : 3;
    const bench = await openOutboxBench(await database());
    closing.defer(() => bench.close());
    await prepareState(bench);
    const { brokers } = await benchKafka(closing, progress);
    const connection = { brokers };
    await provisionKafkaTopics(connection, [
      { name: 'posts.events', partitions: 12, retentionMs: DAY_MILLIS, groups: [] },
    ]);
    const opened = (bus: MessageBus) => {
      closing.defer(() => bus.close());
      return bus;
    };
    const onKafka = () => opened(createKafkaBus({ connection, clientId: 'bench' }));
    const kafka = { publisher: onKafka(), consumer: onKafka() };
    const embedded = {
      publisher: bench.bus,
      consumer: opened(createEmbeddedBus({ url: bench.busRoles.appUrl })),
    };
    const waits: { kafka: number[][]; embedded: number[][] } = { kafka: [], embedded: [] };
    for (let round = 0; round < rounds; round += 1) {
      waits.kafka.push(await commitToHandler(bench, { ...kafka, number: 2 * round, seconds }));
      waits.embedded.push(await commitToHandler(bench, { ...embedded, number: 2 * round + 1, seconds }));
      const [ours, beside] = [waits.kafka, waits.embedded].map((each) => percentile(each.at(-1) ?? [], 99));
      progress(`p99 ${ours} ms on Kafka, ${beside} ms embedded`);
    }
    const effects = await countEffects(bench);
    const expected = PER_SECOND * seconds * rounds;
    const sent = 2 * PER_SECOND * (WARM_UP_SECONDS + seconds) * rounds;
    const p99 = (all: readonly number[][]) => median(all.map((each) => percentile(each, 99)));
    return {
      measured: p99(waits.kafka),
      peer: p99(waits.embedded),
      checks: {
        everyEventMeasured: Object.values(waits).every(
          (each) => each.flat().length === expected && each.flat().every((wait) => wait >= 0),
        ),
        everyEffectOnce: effects.all === sent && effects.distinct === sent,
      },
      details: {
        perSecond: PER_SECOND,
        seconds: seconds * rounds,
        kafka: summary(waits.kafka.flat()),
        embedded: summary(waits.embedded.flat()),
      },
    };
  },
};
