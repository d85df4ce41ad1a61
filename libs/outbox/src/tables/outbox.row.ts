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

/** In the order of the relay's statement; positional, because building objects by name doubles the time of a batch. */
export type TakenTuple = [string, number, string, string, string, string, string, number, string, Buffer];

export function outboxRow(tuple: TakenTuple): OutboxRow {
  const [id, shard, topic, key, eventId, type, recordName, version, attributes, body] = tuple;
  const parsed = JSON.parse(attributes) as StoredAttributes;
  return { id: Number(id), shard, topic, key, eventId, type, recordName, version, attributes: parsed, body };
}
