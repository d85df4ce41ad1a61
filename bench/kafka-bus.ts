import { createEmbeddedBus, migrateBus } from '@foundnow/messaging';
import { createKafkaBus } from '@foundnow/messaging/kafka';
import { benchKafka } from './harness/bench-kafka.ts';
import { fanOut, type FanOutRun, Faults, GROUPS, LOAD } from './harness/fan-out.ts';
import type { Row } from './harness/row.ts';
import { inTurn, median } from './harness/statistics.ts';
import { kafkajsFanOut } from './peers/kafkajs-fan-out.ts';

export const kafkaBus: Row = {
  name: 'kafka-bus',
  about: 'the embedded bus beside a real Kafka: publish and consume with three groups',
  needs: 'kafka',
  unit: 'msg/s',
  peerName: 'kafkajs 2.2 on Apache Kafka 4, whole batches',
  bound: { of: 'ratio', atLeast: 0.3 },
  async run({ quick, progress, database, closing }) {
    const messages = quick ? 12_000 : 40_000;
    const bus = await (await database()).provision('bus');
    await migrateBus(bus.ownerUrl);
    const kafka = await benchKafka(closing, progress);
    const faults = new Faults();
    const adapter: number[] = [];
    const counted = (run: FanOutRun, name: string) => {
      faults.add(run);
      progress(`${Math.round(run.perSecond)} msg/s to each of three groups, ${name}`);
      return run.perSecond;
    };
    const embedded = () => createEmbeddedBus({ url: bus.appUrl });
    const ours = () =>
      createKafkaBus({ connection: { brokers: kafka.brokers }, clientId: 'bench', compression: 'none' });
    const result = await inTurn(
      quick ? 3 : 5,
      async () => counted(await fanOut(embedded, `bench.${crypto.randomUUID()}`, messages), 'embedded'),
      async () => {
        adapter.push(counted(await fanOut(ours, await kafka.topic(), messages), 'on Kafka'));
        const perSecond = await kafkajsFanOut(kafka.brokers, await kafka.topic(), GROUPS, { ...LOAD, messages });
        progress(`${Math.round(perSecond)} msg/s, plain kafkajs`);
        return perSecond;
      },
    );
    const ourKafkaBus = Math.round(median(adapter.slice(1)));
    return {
      measured: result.a,
      peer: result.b,
      checks: faults.checks,
      details: {
        ...LOAD,
        messages,
        groups: GROUPS.length,
        ratios: result.ratios,
        ourKafkaBus,
        ourKafkaBusToPlainKafkajs: Number((ourKafkaBus / result.b).toFixed(2)),
        durability: 'PostgreSQL: fsync at each commit; Kafka: acks from all, one broker, flushed by the system',
      },
    };
  },
};
