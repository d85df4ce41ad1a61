import { catalog, encodeEvent, keyOf, topicOf } from '@foundnow/contracts';
import type { EncodedEvent, EventName } from '@foundnow/contracts';
import { DomainError, systemClock, uuidv7 } from '@foundnow/kernel';
import type { Clock, IdGenerator } from '@foundnow/kernel';
import type { Tx } from '@foundnow/postgres';
import { currentContext, currentTraceparent } from '@foundnow/telemetry';
import type { StoredAttributes } from '../tables/outbox.row.ts';
import { shardOf } from '../shard.ts';
import { rowInsert } from './insert-rows.ts';
import type { NewRow } from './insert-rows.ts';
import type { AnyOutgoingEvent, EventCause } from './outgoing-event.ts';

/** Leaves room for the attributes below the million bytes that every transport takes. */
export const MAX_BODY_BYTES = 950_000;

export interface OutboxWriterOptions {
  readonly schema: string;
  /** The publishing service: `fn-posts`. */
  readonly service: string;
  /** Called after each commit that wrote an event: the relay's `wake`. */
  readonly wake?: () => void;
  readonly clock?: Clock;
  readonly ids?: IdGenerator;
  /** Another encoding, for benchmarks with ready-made bodies; nothing then compares keys with payloads. */
  readonly encode?: (event: AnyOutgoingEvent) => EncodedEvent;
  readonly topicOf?: (name: EventName) => string;
}

/** Puts events into the transaction that changes the state they tell of: both are committed, or neither. */
export class OutboxWriter {
  readonly #insert: ReturnType<typeof rowInsert>;
  readonly #options: Required<OutboxWriterOptions>;

  constructor(options: OutboxWriterOptions) {
    this.#options = {
      wake: () => undefined,
      clock: systemClock,
      ids: uuidv7,
      encode: encodeWithItsKey,
      topicOf,
      ...options,
    };
    this.#insert = rowInsert(options.schema);
  }

  /** Call it while the aggregate is locked: the ids taken here are the order in which its events are published. */
  async append(tx: Tx, events: readonly AnyOutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const time = this.#options.clock.now().toISOString();
    const rows = events.map((event) => this.#row(event, time));
    this.#insert(tx, rows);
    tx.afterCommit(this.#options.wake);
  }

  #row(event: AnyOutgoingEvent, time: string): NewRow {
    const { name, recordName, version, body } = this.#options.encode(event);
    if (body.length > MAX_BODY_BYTES) throw tooLarge(name, body.length);
    const eventId = this.#options.ids.next();
    const attributes: StoredAttributes = {
      source: `/foundnow/${this.#options.service}`,
      time,
      subject: event.subject ?? event.key,
      ...originOf(event.cause, eventId),
    };
    return {
      shard: shardOf(event.key),
      topic: this.#options.topicOf(event.name),
      key: event.key,
      eventId,
      type: name,
      recordName,
      version,
      attributes: JSON.stringify(attributes),
      body,
    };
  }
}

/** A key of its own would put the event in another partition than its aggregate's: order breaks, and nothing says so. */
function encodeWithItsKey({ name, key, payload }: AnyOutgoingEvent): EncodedEvent {
  const encoded = encodeEvent(name, payload);
  if (key === keyOf(name, payload)) return encoded;
  const field = catalog.events[name].key;
  throw new TypeError(
    `The key of ${name} must be its ${field}, as schemas/catalog.yaml says; put another id in subject`,
  );
}

function originOf(cause: EventCause | undefined, eventId: string) {
  const context = currentContext();
  const causationId = cause === undefined ? context.causationId : (cause.eventId ?? cause.causationId);
  const traceparent = currentTraceparent();
  return {
    correlationId: cause?.correlationId ?? context.correlationId ?? eventId,
    ...(causationId !== undefined && { causationId }),
    ...(traceparent !== undefined && { traceparent }),
  };
}

function tooLarge(name: string, bytes: number): DomainError {
  const detail = `The event ${name} has ${bytes} bytes; at most ${MAX_BODY_BYTES} can be published. Send less text or fewer items.`;
  return new DomainError('event.too_large', 'too-large', detail);
}
