/** CloudEvents 1.0 attributes and ours beside them. Each adapter spells them as its binding says. */
export interface EventAttributes {
  /** UUIDv7 of the event; the inbox knows it by this. */
  readonly id: string;
  /** Catalog name: `post.created`. */
  readonly type: string;
  /** The producing service: `/foundnow/fn-posts`. */
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The aggregate's id. */
  readonly subject: string;
  /** Where the writer's schema can be read: `<record full name>/v<version>`. */
  readonly dataschema: string;
  readonly contentType: 'application/avro';
  /** Constant over everything that one request set off. */
  readonly correlationId: string;
  /** The event or request that caused this one. */
  readonly causationId?: string;
  readonly traceparent?: string;
}

export interface BusMessage {
  readonly topic: string;
  /** Messages of one key are handled in the order in which they were published. */
  readonly key: string;
  /** Confluent framing around an Avro body. */
  readonly value: Uint8Array;
  readonly attributes: EventAttributes;
  /** What is not CloudEvents: dead-letter and redrive facts. Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DeliveredMessage extends BusMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly partition: number;
  /** Opaque outside its adapter; rises within a partition. */
  readonly offset: string;
  readonly publishedAt: Date;
}
