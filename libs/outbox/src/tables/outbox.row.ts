/** An event that waits to be published. */
export interface OutboxRow {
  readonly id: number;
  readonly shard: number;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly recordName: string;
  readonly version: number;
  readonly attributes: StoredAttributes;
  readonly body: Buffer;
}

/** What CloudEvents says of it beyond the columns. */
export interface StoredAttributes {
  readonly source: string;
  readonly time: string;
  readonly subject: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}
