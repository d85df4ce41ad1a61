import type { KafkaAdmin } from './kafka-admin.ts';
import { slotKey, slotOf } from './slot.ts';

export interface Bounds {
  /** The first offset that retention has left. */
  readonly low: number;
  /** The offset of what is published next. */
  readonly high: number;
}

/** kafkajs leaves this instead of an offset when what a group wanted was gone. */
const EARLIEST = -2;

/** Positions of groups and ends of logs. The keys are slots. */
export class GroupOffsets {
  constructor(private readonly admin: Pick<KafkaAdmin, 'ask'>) {}

  /** Only slots that have a position. */
  async committed(groupId: string, topics: readonly string[]): Promise<Map<string, number>> {
    const answer = await this.admin.ask((admin) => admin.fetchOffsets({ groupId, topics: [...topics] }));
    const positions = answer.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => ({ key: slotKey({ topic, partition }), offset: Number(offset) })),
    );
    return new Map(
      positions
        .filter(({ offset }) => offset >= 0 || offset === EARLIEST)
        .map(({ key, offset }) => [key, Math.max(0, offset)]),
    );
  }

  async bounds(topics: readonly string[]): Promise<Map<string, Bounds>> {
    const answers = await Promise.all(
      topics.map(async (topic) => {
        const partitions = await this.admin.ask((admin) => admin.fetchTopicOffsets(topic));
        return partitions.map(({ partition, low, high }): [string, Bounds] => [
          slotKey({ topic, partition }),
          { low: Number(low), high: Number(high) },
        ]);
      }),
    );
    return new Map(answers.flat());
  }

  /** Where what was published from then on begins. */
  async since(topic: string, time: Date): Promise<Map<string, number>> {
    const found = await this.admin.ask((admin) => admin.fetchTopicOffsetsByTimestamp(topic, time.getTime()));
    return new Map(found.map(({ partition, offset }) => [slotKey({ topic, partition }), Number(offset)]));
  }

  async lag(groupId: string, topics: readonly string[]): Promise<Map<string, number>> {
    const [committed, bounds] = await Promise.all([this.committed(groupId, topics), this.bounds(topics)]);
    const lag = new Map(topics.map((topic) => [topic, 0]));
    for (const [key, { low, high }] of bounds) {
      const { topic } = slotOf(key);
      const behind = high - Math.max(low, committed.get(key) ?? low);
      lag.set(topic, (lag.get(topic) ?? 0) + Math.max(0, behind));
    }
    return lag;
  }
}
