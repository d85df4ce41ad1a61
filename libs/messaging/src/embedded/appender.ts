import type { Pool } from 'pg';
import type { BusMessage } from '../message.ts';
import { partitionOfKey } from '../partitioning/partition-of-key.ts';
import { binaryArray } from './binary-array.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** The messages of one partition, in order. */
interface Slot {
  readonly name: string;
  readonly topicId: number;
  readonly partition: number;
  readonly messages: BusMessage[];
}

/** Puts a batch into the log in one statement, and so in one transaction; tells where, as `<topic>/<partition>`. */
export class Appender {
  private readonly sql: string;

  constructor(
    private readonly pool: Pool,
    schema: string,
    private readonly topics: TopicDirectory,
  ) {
    this.sql = `SELECT ${schema}.append($1, $2, $3, $4, $5, $6, $7, $8)`;
  }

  async append(batch: readonly BusMessage[]): Promise<readonly string[]> {
    const slots = await this.slotsOf(batch);
    const flat = slots.flatMap((slot, index) =>
      slot.messages.map((message, seq) => ({ message, seq, slot: index + 1 })),
    );
    await this.pool.query({
      name: 'bus-append',
      text: this.sql,
      values: [
        binaryArray(
          'int4',
          slots.map((slot) => slot.topicId),
        ),
        binaryArray(
          'int4',
          slots.map((slot) => slot.partition),
        ),
        binaryArray(
          'int4',
          flat.map((item) => item.slot),
        ),
        binaryArray(
          'int4',
          flat.map((item) => item.seq),
        ),
        binaryArray(
          'text',
          flat.map((item) => item.message.key),
        ),
        binaryArray(
          'bytea',
          flat.map((item) => item.message.value),
        ),
        binaryArray(
          'text',
          flat.map((item) => JSON.stringify(item.message.attributes)),
        ),
        binaryArray(
          'text',
          flat.map((item) => (item.message.headers ? JSON.stringify(item.message.headers) : null)),
        ),
      ],
    });
    return slots.map((slot) => slot.name);
  }

  private async slotsOf(batch: readonly BusMessage[]): Promise<Slot[]> {
    const topics = await this.topics.all(batch.map((message) => message.topic));
    const byName = new Map(topics.map((topic) => [topic.name, topic]));
    const slots = new Map<string, Slot>();
    for (const message of batch) {
      const topic = byName.get(message.topic);
      if (!topic) throw new Error(`Topic ${message.topic} is not known`);
      const partition = partitionOfKey(message.key, topic.partitions);
      const name = `${topic.name}/${partition}`;
      const slot = slots.get(name) ?? { name, topicId: topic.id, partition, messages: [] };
      if (slot.messages.push(message) === 1) slots.set(name, slot);
    }
    return [...slots.values()];
  }
}
