import { extendLock } from '../src/generate/lock.ts';
import type { Contracts, EventContract } from '../src/source/contracts.ts';
import { parseAvro } from '../src/source/parse-avro.ts';

const uuid = { type: 'string', logicalType: 'uuid' };
const visibility = {
  type: 'enum',
  name: 'Visibility',
  doc: 'Who may read.',
  symbols: ['unknown', 'public', 'private'],
  default: 'unknown',
};

export interface FieldJson {
  readonly name: string;
  readonly type: unknown;
  readonly doc?: string;
  readonly default?: unknown;
  readonly sealedFor?: string;
}

/** A record for the event `part.made` that breaks no rule, with more fields behind. */
export function partMade(...fields: readonly FieldJson[]): object {
  const own = [
    { name: 'partId', type: uuid },
    { name: 'orgId', type: ['null', uuid], default: null },
    { name: 'visibility', type: visibility },
    { name: 'timeZone', type: 'string' },
    { name: 'language', type: 'string' },
    { name: 'aggregateVersion', type: 'long' },
    { name: 'occurredAt', type: { type: 'long', logicalType: 'timestamp-millis' } },
    ...fields,
  ].map((field) => ({ doc: 'Said here.', ...field }));
  return { type: 'record', name: 'PartMade', namespace: 'foundnow.parts', doc: 'A part was made.', fields: own };
}

export const PART = {
  partId: '01960000-0000-7000-8000-000000000001',
  orgId: null,
  visibility: 'public',
  timeZone: 'Europe/Madrid',
  language: 'es',
  aggregateVersion: 1,
  occurredAt: 1_770_000_000_000,
};

interface FixtureOptions {
  readonly versions?: readonly object[];
  readonly examples?: readonly object[];
  readonly consumers?: Readonly<Record<string, readonly string[]>>;
  readonly public?: readonly string[];
  readonly sealed?: readonly string[];
  readonly event?: Partial<EventContract>;
}

/** Contracts of one event and one consumer, `shop`, that pass every check unless an option breaks one. */
export function contractsWith(options: FixtureOptions = {}): Contracts {
  const event: EventContract = {
    name: 'part.made',
    topic: 'parts.events',
    owner: 'parts',
    key: 'partId',
    consumers: options.consumers ?? { shop: ['partId'] },
    versions: (options.versions ?? [partMade()]).map((json, index) => ({
      version: index + 1,
      file: `parts/part.made/v${index + 1}.avsc`,
      json,
      record: parseAvro(json),
    })),
    examples: (options.examples ?? [PART]).map((payload, index) => ({
      name: `example-${index}`,
      file: `parts/part.made/examples/example-${index}.json`,
      payload,
    })),
    ...options.event,
  };
  const topic = { partitions: 1, retentionDays: 30, records: {}, classification: {} };
  const classification = {
    public: [...Object.keys(PART), ...(options.public ?? [])],
    sealed: [...(options.sealed ?? [])],
  };
  const contracts: Contracts = {
    topics: [
      { ...topic, name: 'parts.events', owner: 'parts', classification, events: [event] },
      { ...topic, name: 'shop.events', owner: 'shop', events: [] },
    ],
    lock: { schemas: [] },
    strays: [],
  };
  return { ...contracts, lock: extendLock(contracts) };
}
