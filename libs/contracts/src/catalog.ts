import type { EventName } from './generated/event-map.ts';

export interface CatalogTopic {
  readonly name: string;
  readonly owner: string;
  readonly partitions: number;
  readonly retentionDays: number;
  readonly deadLetterTopic: string;
  readonly events: readonly EventName[];
}

export interface CatalogEvent {
  readonly owner: string;
  readonly topic: string;
  /** The payload field whose value is the message key. */
  readonly key: string;
  readonly recordName: string;
  readonly subject: string;
  /** The newest version: the one that is written. */
  readonly version: number;
  /** Service → fields that it reads. */
  readonly consumers: Readonly<Record<string, readonly string[]>>;
  /** Path of a sealed field → the service that opens it. */
  readonly sealed: Readonly<Record<string, string>>;
  /** Path → how personal. */
  readonly classification: Readonly<Record<string, 'public' | 'pseudonymous' | 'sealed'>>;
}

export interface SchemaRow {
  readonly id: number;
  readonly event: string;
  readonly recordName: string;
  readonly subject: string;
  readonly version: number;
  /** The `.avsc` as JSON text. */
  readonly schema: string;
}
