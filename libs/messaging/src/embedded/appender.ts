import type { Pool } from 'pg';
import type { BusMessage } from '../message.ts';
import { partitionOfKey } from '../partitioning/partition-of-key.ts';
import { ByteaArray, int4Array } from './binary-array.ts';
import { packSegments } from './segment-packer.ts';
import type { Topic, TopicDirectory } from './topic-directory.ts';

/** The messages of one partition, in order. */
interface Slot {
  readonly topic: Topic;
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
    this.sql = `SELECT ${schema}.append($1, $2, $3, $4, $5, $6)`;
  }

  async append(batch: readonly BusMessage[]): Promise<readonly string[]> {
    const slots = await this.slotsOf(batch);
    await this.pool.query({ name: 'bus-append', text: this.sql, values: appendValues(slots) });
    return slots.map(({ topic, partition }) => `${topic.name}/${partition}`);
  }

  private async slotsOf(batch: readonly BusMessage[]): Promise<Slot[]> {
    const topics = await this.topics.all(batch.map((message) => message.topic));
    const byName = new Map(topics.map((topic) => [topic.name, { topic, byPartition: new Map<number, Slot>() }]));
    const slots: Slot[] = [];
    for (const message of batch) {
      const known = byName.get(message.topic);
      if (!known) throw new Error(`Topic ${message.topic} is not known`);
      const partition = partitionOfKey(message.key, known.topic.partitions);
      const slot = known.byPartition.get(partition);
      if (slot) slot.messages.push(message);
      else {
        const first = { topic: known.topic, partition, messages: [message] };
        known.byPartition.set(partition, first);
        slots.push(first);
      }
    }
    return slots;
  }
}

/** What the function `append` of the log takes. */
export function appendValues(
  slots: readonly { topic: Pick<Topic, 'id'>; partition: number; messages: readonly BusMessage[] }[],
): Buffer[] {
  const ofSegment: { slot: number[]; place: number[]; count: number[] } = { slot: [], place: [], count: [] };
  const payloads = new ByteaArray(capacityFor(slots));
  for (const [index, { messages }] of slots.entries()) {
    let place = 0;
    for (const { count } of packSegments(messages, (bytes) => payloads.reserve(bytes))) {
      ofSegment.slot.push(index + 1);
      ofSegment.place.push(place);
      ofSegment.count.push(count);
      place += count;
    }
  }
  return [
    int4Array(slots.map((slot) => slot.topic.id)),
    int4Array(slots.map((slot) => slot.partition)),
    int4Array(ofSegment.slot),
    int4Array(ofSegment.place),
    int4Array(ofSegment.count),
    payloads.toBuffer(),
  ];
}

/** Values, and what most messages say of themselves. */
function capacityFor(slots: readonly { messages: readonly BusMessage[] }[]): number {
  let bytes = 0;
  for (const { messages } of slots) for (const { value } of messages) bytes += value.length + 256;
  return bytes + slots.length * 512;
}
