import { uuidv7 } from '@foundnow/kernel';
import type { DeliveredMessage } from '../message.ts';
import type { ReadOptions } from '../message-bus.port.ts';
import type { GroupOffsets } from './group-offsets.ts';
import { explained } from './kafka-failure.ts';
import type { KafkaAdmin } from './kafka-admin.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { ReadCursor } from './read-cursor.ts';
import { Reading } from './reading.ts';
import { slotOf } from './slot.ts';

/** Reads for people. What is there already comes in the order of publication over all partitions. */
export class LogReader {
  constructor(
    private readonly settings: KafkaSettings,
    private readonly admin: Pick<KafkaAdmin, 'ask'>,
    private readonly offsets: GroupOffsets,
  ) {}

  async *read(options: ReadOptions): AsyncGenerator<DeliveredMessage> {
    const { topics, follow, signal } = options;
    const cursors = await this.cursors(options);
    if (!follow && cursors.every((cursor) => cursor.caughtUp)) return;
    // kafkajs can only read as a member of a group: this one has no positions, and is gone afterwards.
    const groupId = `${this.settings.clientId}.read.${uuidv7.next()}`;
    try {
      yield* new Reading(this.settings, { groupId, topics, cursors, follow, signal }).messages();
    } catch (error) {
      throw explained(error, { connection: this.settings.connection, topics, group: groupId, wants: 'Read' });
    } finally {
      // Without the right to it, Kafka does so by itself after a while.
      await this.admin.ask((admin) => admin.deleteGroups([groupId]), 1).catch(() => undefined);
    }
  }

  private async cursors({ topics, from, follow }: ReadOptions): Promise<ReadCursor[]> {
    const bounds = await this.offsets.bounds(topics);
    const starts = new Map<string, number>();
    if (from instanceof Date) {
      for (const since of await Promise.all(topics.map((topic) => this.offsets.since(topic, from)))) {
        for (const [key, offset] of since) starts.set(key, offset);
      }
    }
    return [...bounds].map(([key, { low, high }]) => {
      const start = from === 'beginning' ? low : (starts.get(key) ?? high);
      return new ReadCursor(slotOf(key), start, Math.max(start, high), follow);
    });
  }
}
