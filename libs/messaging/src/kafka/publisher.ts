import type { BusMessage } from '../message.ts';
import { MAX_MESSAGE_BYTES, refusalOf } from '../message-limits.ts';
import { MessagesRefused } from '../message-bus.port.ts';
import { type OutgoingRecord, outgoingRecord } from './outgoing-record.ts';
import type { ProducerSession } from './producer-session.ts';
import { typeOf } from './kafka-failure.ts';
import { MAX_BATCH_BYTES } from './topic-limits.ts';

/** One round fits into one batch of the log, even if all of it goes to one partition. */
const ROUND = { records: 2000, bytes: MAX_MESSAGE_BYTES };
/** Caused by one of the messages, and so to be kept from the calls that shared its round. */
const OF_THE_DATA =
  /^(MESSAGE_TOO_LARGE|RECORD_LIST_TOO_LARGE|UNKNOWN_TOPIC_OR_PARTITION|TOPIC_AUTHORIZATION_FAILED|INVALID_.*)$/;
const TOO_LARGE = /_TOO_LARGE$/;

interface Call {
  readonly settled: PromiseWithResolvers<void>;
  left: number;
  failed: boolean;
}

interface Waiting extends OutgoingRecord {
  readonly call: Call;
}

type Session = Pick<ProducerSession, 'send' | 'close' | 'isSpent'>;

/** Sends one round after the other; calls that arrive meanwhile share the next one. */
export class Publisher {
  private waiting: Waiting[] = [];
  private session: Session | undefined;
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly open: () => Session,
    private readonly explain: (error: unknown, topics: readonly string[]) => Error,
  ) {}

  async publish(batch: readonly BusMessage[]): Promise<void> {
    if (batch.length === 0) return;
    if (this.closed) throw closed();
    const records = batch.map(outgoingRecord);
    refuse(records);
    const call: Call = { settled: Promise.withResolvers(), left: records.length, failed: false };
    for (const record of records) this.waiting.push({ ...record, call });
    this.running ??= this.run().finally(() => (this.running = undefined));
    await call.settled.promise;
  }

  /** What is being sent gets its answer, what waits behind it does not. */
  async close(): Promise<void> {
    this.closed = true;
    this.fail(this.waiting, closed());
    await this.session?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let round = this.takeRound(); round.length > 0; round = this.takeRound()) await this.send(round);
  }

  private takeRound(): Waiting[] {
    const alive = this.waiting.filter(({ call }) => !call.failed);
    let bytes = 0;
    let count = 0;
    for (const record of alive) {
      bytes += record.bytes;
      if (count > 0 && (bytes > ROUND.bytes || count === ROUND.records)) break;
      count += 1;
    }
    this.waiting = alive.slice(count);
    return alive.slice(0, count);
  }

  private async send(round: readonly Waiting[]): Promise<void> {
    try {
      if (this.closed) throw closed();
      this.session ??= this.open();
      await this.session.send(round);
      if (this.session.isSpent) this.drop();
      for (const { call } of round) if ((call.left -= 1) === 0) call.settled.resolve();
    } catch (error) {
      this.drop();
      if (round.length === 1 || !OF_THE_DATA.test(typeOf(error) ?? '')) return this.fail(round, error);
      for (const record of round) if (!record.call.failed) await this.send([record]);
    }
  }

  private drop(): void {
    void this.session?.close();
    this.session = undefined;
  }

  private fail(records: readonly Waiting[], error: unknown): void {
    const [first] = records;
    if (!first) return;
    const reason = this.reasonOf(error, first, records);
    for (const { call } of records) {
      call.failed = true;
      call.settled.reject(reason);
    }
  }

  private reasonOf(error: unknown, { source, bytes }: Waiting, records: readonly Waiting[]): Error {
    if (TOO_LARGE.test(typeOf(error) ?? '')) {
      const reason = `The topic ${source.topic} takes no message of ${bytes} bytes: raise its max.message.bytes`;
      return new MessagesRefused([source], reason);
    }
    // A close is no problem of Kafka's, and not to be told of as one.
    if (this.closed) return closed(error);
    return this.explain(error, [...new Set(records.map((record) => record.source.topic))]);
  }
}

const closed = (cause?: unknown): Error => new Error('This Kafka bus is closed', { cause });

/** Before anything of the batch is sent. */
function refuse(records: readonly OutgoingRecord[]): void {
  const reasonOf = ({ source, bytes }: OutgoingRecord): string | undefined =>
    bytes > MAX_BATCH_BYTES
      ? `A message for ${source.topic} has ${bytes} bytes on the wire; a batch takes up to ${MAX_BATCH_BYTES}`
      : refusalOf(source);
  const refused = records.filter((record) => reasonOf(record) !== undefined);
  const [first] = refused;
  if (first) {
    const sources = refused.map(({ source }) => source);
    throw new MessagesRefused(sources, reasonOf(first) ?? '');
  }
}
