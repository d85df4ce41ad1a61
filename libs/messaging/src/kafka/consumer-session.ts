import type { Batch, Consumer, ConsumerConfig } from 'kafkajs';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import type { Fetched } from './partition-worker.ts';
import { type Slot, slotsOf } from './slot.ts';
import { Vigil } from './vigil.ts';

/** All at once: a partition whose buffer is full must not keep the others waiting. */
const CONCURRENTLY = 1000;
const FETCH = { maxBytes: 4 * 1024 * 1024, maxBytesPerPartition: 512 * 1024, minBytes: 1 };

/** What a member of a group is told. None of these may throw. */
export interface SessionEvents {
  /** The group has been shared out: this is all that the member has now. */
  joined(slots: readonly Slot[]): void;
  /** The group is being shared out anew, or nobody knows whether this member still belongs to it. */
  unsure(): void;
  sure(): void;
  /** Fetching goes on when this resolves. */
  fetched(slot: Slot, fetched: Fetched): Promise<void>;
}

/** One life of a kafkajs consumer, from its join to its crash; it never comes back by itself. */
export class ConsumerSession {
  private readonly client: KafkaClient;
  private readonly consumer: Consumer;
  private readonly vigil: Vigil;
  private readonly over = Promise.withResolvers<unknown>();
  private readonly firstJoin = Promise.withResolvers<void>();
  private isOver = false;

  constructor(
    settings: KafkaSettings,
    config: Pick<ConsumerConfig, 'groupId' | 'partitionAssigners'>,
    private readonly events: SessionEvents,
  ) {
    const { sessionMs, heartbeatMs, rebalanceMs, fetchWaitMs } = settings.timings;
    this.client = new KafkaClient(settings);
    this.vigil = new Vigil(settings.timings, {
      unsure: () => events.unsure(),
      sure: () => events.sure(),
      lost: (reason) => this.end(reason),
    });
    this.consumer = this.client.consumer({
      ...config,
      ...FETCH,
      sessionTimeout: sessionMs,
      heartbeatInterval: heartbeatMs,
      rebalanceTimeout: rebalanceMs,
      maxWaitTimeInMs: fetchWaitMs,
      metadataMaxAge: 60_000,
    });
    this.listen();
  }

  /** Resolves with the reason when this life is over. */
  get ended(): Promise<unknown> {
    return this.over.promise;
  }

  /** Joins in the background: `joined` tells of success, `ended` of failure. */
  start(topics: readonly string[]): void {
    this.vigil.begin();
    this.run(topics).catch((error: unknown) => this.end(error));
  }

  seek({ topic, partition }: Slot, offset: number): void {
    this.steer(() => this.consumer.seek({ topic, partition, offset: String(offset) }));
  }

  pause({ topic, partition }: Slot): void {
    this.steer(() => this.consumer.pause([{ topic, partitions: [partition] }]));
  }

  resume({ topic, partition }: Slot): void {
    this.steer(() => this.consumer.resume([{ topic, partitions: [partition] }]));
  }

  async commit(positions: readonly (Slot & { readonly offset: number })[]): Promise<void> {
    if (positions.length === 0) return;
    await this.consumer.commitOffsets(positions.map((one) => ({ ...one, offset: String(one.offset) })));
  }

  /** Leaves the group, in bounded time. */
  async close(): Promise<void> {
    this.vigil.end();
    await this.client.close(async () => {
      // A consumer that is told to stop while it joins goes on joining, and then on for ever.
      await Promise.race([this.firstJoin.promise, this.over.promise]);
      await this.consumer.disconnect();
    });
    this.end(new Error('The consumer was closed'));
  }

  private async run(topics: readonly string[]): Promise<void> {
    await this.consumer.connect();
    // Where to begin is told by seeks. This is where kafkajs goes when that offset is gone: never past what is left.
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: CONCURRENTLY,
      eachBatch: ({ batch }) => this.events.fetched(batch, fetchedOf(batch)),
    });
  }

  private listen(): void {
    const { consumer, vigil, events } = this;
    const { GROUP_JOIN, REBALANCING, HEARTBEAT, CRASH, END_BATCH_PROCESS } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => {
      this.firstJoin.resolve();
      events.joined(slotsOf(payload.memberAssignment));
      vigil.joined();
    });
    consumer.on(REBALANCING, () => vigil.joining());
    consumer.on(HEARTBEAT, () => vigil.alive());
    consumer.on(CRASH, ({ payload }) => this.end(payload.error));
    // The only word of batches that held nothing but marks of transactions.
    consumer.on(END_BATCH_PROCESS, ({ payload }) => {
      const { batchSize, lastOffset } = payload;
      if (batchSize === 0) void events.fetched(payload, { from: 0, messages: [], next: Number(lastOffset) + 1 });
    });
  }

  private steer(command: () => void): void {
    if (this.isOver) return;
    try {
      command();
    } catch {
      // Between a crash and its announcement there is nobody to listen.
    }
  }

  private end(reason: unknown): void {
    this.isOver = true;
    this.vigil.end();
    this.over.resolve(reason);
  }
}

function fetchedOf(batch: Batch): Fetched {
  const { fetchedOffset } = batch as Batch & { readonly fetchedOffset: string };
  return { from: Number(fetchedOffset), messages: batch.messages, next: Number(batch.lastOffset()) + 1 };
}
