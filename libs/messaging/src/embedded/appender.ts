import type { Pool } from 'pg';
import type { BusMessage } from '../message.ts';
import { partitionOfKey } from '../partitioning/partition-of-key.ts';
import { binaryArray } from './binary-array.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** The messages of one partition, in order. */
interface Slot {
  readonly topicId: number;
  readonly partition: number;
  readonly messages: BusMessage[];
}

/** Puts a batch into the log in one statement, and so in one transaction. */
export class Appender {
  private readonly sql: string;

  constructor(
    private readonly pool: Pool,
    schema: string,
    private readonly topics: TopicDirectory,
  ) {
    this.sql = appendSql(schema);
  }

  async append(batch: readonly BusMessage[]): Promise<void> {
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
          slots.map((slot) => slot.messages.length),
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
  }

  private async slotsOf(batch: readonly BusMessage[]): Promise<Slot[]> {
    const topics = await this.topics.all(batch.map((message) => message.topic));
    const byName = new Map(topics.map((topic) => [topic.name, topic]));
    const slots = new Map<string, Slot>();
    for (const message of batch) {
      const topic = byName.get(message.topic);
      if (!topic) throw new Error(`Topic ${message.topic} is not known`);
      const partition = partitionOfKey(message.key, topic.partitions);
      const name = `${topic.id}/${partition}`;
      const slot = slots.get(name) ?? { topicId: topic.id, partition, messages: [] };
      if (slot.messages.push(message) === 1) slots.set(name, slot);
    }
    return [...slots.values()];
  }
}

/**
 * Partition rows are locked in one order everywhere, so appenders never deadlock, and stay locked until the commit,
 * so offsets become visible in order. LEFT JOIN: a missing partition row fails the batch instead of losing it.
 */
function appendSql(schema: string): string {
  return `
    WITH slot AS (
      SELECT * FROM unnest($1::int[], $2::int[], $3::int[]) WITH ORDINALITY AS s(topic_id, partition, messages, slot)),
    locked AS (
      SELECT s.slot, s.messages, p.topic_id, p.partition
      FROM slot s JOIN ${schema}.topic_partition p ON p.topic_id = s.topic_id AND p.partition = s.partition
      ORDER BY p.topic_id, p.partition FOR UPDATE OF p),
    taken AS (
      UPDATE ${schema}.topic_partition p SET next_offset = p.next_offset + l.messages
      FROM locked l WHERE p.topic_id = l.topic_id AND p.partition = l.partition
      RETURNING l.slot, p.topic_id, p.partition, p.next_offset - l.messages AS base)
    INSERT INTO ${schema}.message (topic_id, partition, log_offset, published_at, key, value, attributes, headers)
    SELECT t.topic_id, t.partition, t.base + m.seq, clock_timestamp(), m.key, m.value, m.attributes::json, m.headers::json
    FROM unnest($4::int[], $5::int[], $6::text[], $7::bytea[], $8::text[], $9::text[])
      AS m(slot, seq, key, value, attributes, headers)
    LEFT JOIN taken t ON t.slot = m.slot`;
}
