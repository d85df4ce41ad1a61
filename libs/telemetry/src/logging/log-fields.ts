/**
 * All that a log line may carry. A field that is not here is dropped, so that nobody logs a body, a name or an address
 * by spreading an object. Add a field only if its values can never come from what a person wrote.
 */
export const LOG_FIELDS = [
  'age',
  'ageSeconds',
  'attempt',
  'attempts',
  'batch',
  'bytes',
  'causationId',
  'check',
  'code',
  'commit',
  'component',
  'consumer',
  'context',
  'correlationId',
  'count',
  'delayMs',
  'dependency',
  'depth',
  'dropped',
  'durationMs',
  'event',
  'eventId',
  'eventType',
  'fingerprint',
  'generation',
  'group',
  'id',
  'job',
  'kind',
  'lagSeconds',
  'lag',
  'limit',
  'method',
  'migration',
  'node',
  'offset',
  'outcome',
  'partition',
  'partitions',
  'pid',
  'policy',
  'port',
  'queue',
  'recordName',
  'replay',
  'requestId',
  'role',
  'route',
  'schema',
  'seconds',
  'service',
  'shard',
  'shards',
  'signal',
  'spanId',
  'state',
  'status',
  'table',
  'topic',
  'topics',
  'traceId',
  'type',
  'url',
  'version',
  'worker',
] as const;

export type LogField = (typeof LOG_FIELDS)[number];
type Scalar = string | number | boolean | bigint | Date | null | undefined;

/** `error` and `err` take the error itself: what is safe to say of it is picked out of it. */
export type LogFields = { readonly [field in LogField]?: Scalar | ReadonlyArray<string | number> } & {
  readonly error?: unknown;
  readonly err?: unknown;
};

const ALLOWED: ReadonlySet<string> = new Set(LOG_FIELDS);
const MAX_TEXT = 300;
const MAX_ITEMS = 32;

export interface Picked {
  readonly fields: Record<string, unknown>;
  readonly dropped: number;
}

/** The allowed part of anything: scalars and short lists of scalars under allowed names. */
export function pickAllowed(given: object, clean: (text: string) => string): Picked {
  const fields: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || name === 'error' || name === 'err') continue;
    const picked = ALLOWED.has(name) ? plain(value, clean) : undefined;
    if (picked === undefined) dropped += 1;
    else fields[name] = picked;
  }
  return { fields, dropped };
}

function plain(value: unknown, clean: (text: string) => string): unknown {
  if (Array.isArray(value)) {
    return value.slice(0, MAX_ITEMS).flatMap((item: unknown) => scalar(item, clean) ?? []);
  }
  return scalar(value, clean);
}

function scalar(value: unknown, clean: (text: string) => string): string | number | boolean | null | undefined {
  if (typeof value === 'string') return clean(value).slice(0, MAX_TEXT);
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
}
