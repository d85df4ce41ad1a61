import kafkajs, {
  type Batch,
  type Cluster,
  type Consumer,
  type EachBatchPayload,
  type PartitionAssigner,
} from 'kafkajs';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { leaveGroup } from './leave-group.ts';
import type { Fetched } from './partition-worker.ts';
import { type Slot, slotsOf } from './slot.ts';

const { PartitionAssigners } = kafkajs;

/** All at once: a partition whose buffer is full must not keep the others waiting. */
const CONCURRENTLY = 1000;
const FETCH = { maxBytes: 4 * 1024 * 1024, maxBytesPerPartition: 512 * 1024, minBytes: 1 };

/** What a member of a group is told. None of these may throw. */
export interface SessionEvents {
  /** The group has been shared out: this is all that the member has now. */
  joined(slots: readonly Slot[]): void;
  /** Fetching goes on when this resolves. */
  fetched(slot: Slot, fetched: Fetched): Promise<void>;
  /** The group is being shared out anew. */
  rejoining?(): void;
  beaten?(ageMs: number): void;
  /** kafkajs begins to fetch, or at least tries to. */
  moved?(): void;
}

export interface SessionConfig {
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly assigner?: PartitionAssigner;
  /** What the group knew this process by before: it need not wait for that one any more. */
  readonly formerId?: string | undefined;
}

/** One life of a kafkajs consumer, from its join to its crash; it never comes back by itself. */
export class ConsumerSession {
  memberId: string | undefined;
  private readonly client: KafkaClient;
  private readonly consumer: Consumer;
  private readonly over = Promise.withResolvers<unknown>();
  private readonly firstJoin = Promise.withResolvers<void>();
  private cluster: Cluster | undefined;
  /** What kafkajs hands out with each batch speaks to the group of that moment, once, and tells what came of it. */
  private hand: Pick<EachBatchPayload, 'heartbeat' | 'commitOffsetsIfNecessary'> | undefined;
  private isOver = false;

  constructor(
    settings: KafkaSettings,
    private readonly config: SessionConfig,
    private readonly events: SessionEvents,
  ) {
    const { sessionMs, heartbeatMs, rebalanceMs, fetchWaitMs, metadataMs } = settings.timings;
    const { groupId, assigner = PartitionAssigners.roundRobin } = config;
    const seen: PartitionAssigner = (parts) => {
      this.cluster = parts.cluster;
      return assigner(parts);
    };
    this.client = new KafkaClient(settings);
    this.consumer = this.client.consumer({
      ...FETCH,
      groupId,
      partitionAssigners: [seen],
      sessionTimeout: sessionMs,
      heartbeatInterval: heartbeatMs,
      rebalanceTimeout: rebalanceMs,
      maxWaitTimeInMs: fetchWaitMs,
      metadataMaxAge: metadataMs,
    });
    this.listen();
  }

  /** Resolves with the reason when this life is over. */
  get ended(): Promise<unknown> {
    return this.over.promise;
  }

  get isMember(): boolean {
    return this.memberId !== undefined && !this.isOver;
  }

  /** Joins in the background: `joined` tells of success, `ended` of failure. */
  start(): void {
    this.run().catch((error: unknown) => this.end(error));
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

  /** While one broker is away, kafkajs may be too busy with it to say anything to the coordinator. */
  async beat(): Promise<void> {
    if (!this.isOver) await this.hand?.heartbeat();
  }

  /** Tries once: a later try might speak for a share that is another's by then. */
  async commit(positions: readonly (Slot & { readonly offset: number })[]): Promise<void> {
    if (positions.length === 0) return;
    const topics = [...Map.groupBy(positions, ({ topic }) => topic)].map(([topic, some]) => ({
      topic,
      partitions: some.map(({ partition, offset }) => ({ partition, offset: String(offset) })),
    }));
    if (this.hand) return this.hand.commitOffsetsIfNecessary({ topics });
    await this.consumer.commitOffsets(positions.map((one) => ({ ...one, offset: String(one.offset) })));
  }

  /** Leaves the group, in bounded time. */
  async close(reason: unknown = new Error('The consumer was closed')): Promise<void> {
    await this.client.close(async () => {
      // A consumer that is told to stop while it joins goes on joining, and then on for ever.
      await Promise.race([this.firstJoin.promise, this.over.promise]);
      await this.consumer.disconnect();
    });
    this.end(reason);
  }

  private async run(): Promise<void> {
    const { groupId, formerId, topics } = this.config;
    await this.consumer.connect();
    if (formerId !== undefined && this.cluster) await leaveGroup(this.cluster, groupId, formerId);
    // Where to begin is told by seeks. This is where kafkajs goes when that offset is gone: never past what is left.
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      partitionsConsumedConcurrently: CONCURRENTLY,
      eachBatch: (payload) => {
        this.hand = payload;
        return this.events.fetched(payload.batch, fetchedOf(payload.batch));
      },
    });
  }

  private listen(): void {
    const { consumer, events } = this;
    const { GROUP_JOIN, REBALANCING, REQUEST, HEARTBEAT, CRASH, FETCH_START, END_BATCH_PROCESS } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => {
      this.memberId = payload.memberId;
      this.firstJoin.resolve();
      if (!this.isOver) events.joined(slotsOf(payload.memberAssignment));
    });
    consumer.on(REBALANCING, () => this.isOver || events.rejoining?.());
    let beatAt = 0;
    consumer.on(REQUEST, ({ payload }) => {
      if (payload.apiName === 'Heartbeat') beatAt = payload.sentAt;
    });
    consumer.on(HEARTBEAT, () => this.isOver || events.beaten?.(Date.now() - beatAt));
    consumer.on(FETCH_START, () => this.isOver || events.moved?.());
    consumer.on(CRASH, ({ payload }) => this.end(payload.error));
    // The only word of batches that held nothing but marks of transactions.
    consumer.on(END_BATCH_PROCESS, ({ payload }) => {
      const { batchSize, lastOffset } = payload;
      const next = Number(lastOffset) + 1;
      if (batchSize === 0) void events.fetched(payload, { from: 0, messages: [], next, end: Infinity });
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
    this.over.resolve(reason);
  }
}

function fetchedOf(batch: Batch): Fetched {
  const { fetchedOffset } = batch as Batch & { readonly fetchedOffset: string };
  const { messages, highWatermark } = batch;
  return { from: Number(fetchedOffset), messages, next: Number(batch.lastOffset()) + 1, end: Number(highWatermark) };
}
