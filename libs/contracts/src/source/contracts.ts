import type { RecordType } from './avro-type.ts';
import type { Classes } from './catalog-file.ts';

export interface SchemaVersion {
  readonly version: number;
  readonly file: string;
  readonly json: unknown;
  readonly record: RecordType;
}

export interface Example {
  readonly name: string;
  readonly file: string;
  readonly payload: unknown;
}

export interface EventContract {
  readonly name: string;
  readonly topic: string;
  readonly owner: string;
  /** The field whose value is the message key. */
  readonly key: string;
  /** Service → fields that it reads. */
  readonly consumers: Readonly<Record<string, readonly string[]>>;
  /** Rising, without gaps; never empty. */
  readonly versions: readonly SchemaVersion[];
  readonly examples: readonly Example[];
}

export interface TopicContract {
  readonly name: string;
  readonly owner: string;
  readonly partitions: number;
  readonly retentionDays: number;
  readonly classification: Classes;
  readonly records: Readonly<Record<string, Classes>>;
  readonly events: readonly EventContract[];
}

export interface LockedSchema {
  readonly id: number;
  readonly subject: string;
  readonly version: number;
  /** Of what is on the wire: everything but the docs. */
  readonly fingerprint: string;
}

export interface RegistryLock {
  readonly schemas: readonly LockedSchema[];
}

/** Everything under `schemas/`, read and resolved. */
export interface Contracts {
  readonly topics: readonly TopicContract[];
  readonly lock: RegistryLock;
  /** Folders and files that the catalog does not know. */
  readonly strays: readonly string[];
}

export function eventsOf(contracts: Contracts): EventContract[] {
  return contracts.topics.flatMap((topic) => topic.events);
}

export function newest(event: EventContract): SchemaVersion {
  const last = event.versions.at(-1);
  if (!last) throw new Error(`${event.name} has no schema: add schemas/${event.owner}/${event.name}/v1.avsc`);
  return last;
}

export function subjectOf(topic: string, recordName: string): string {
  return `${topic}-${recordName}`;
}
