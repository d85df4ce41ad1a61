import { explain } from '../codec/explain.ts';
import type { RecordType } from '../source/avro-type.ts';
import { fieldsOf, unwrap } from '../source/avro-type.ts';
import type { Contracts, EventContract } from '../source/contracts.ts';
import { eventsOf, newest } from '../source/contracts.ts';
import { personalDataIn } from './personal-data-scan.ts';
import type { Problem } from './problem.ts';

/** Every schema has examples that fit it, show each field with a value, seal what is sealed, and name nobody. */
export function examples(contracts: Contracts): Problem[] {
  const shown = shownFields(contracts);
  return eventsOf(contracts).flatMap((event) => {
    const { record } = newest(event);
    const problems = event.examples.flatMap(({ file, payload }) =>
      [...misfits(record, payload), ...valueProblems(record, payload)].map((detail) => ({
        check: 'examples',
        where: file,
        detail,
      })),
    );
    return [...problems, ...uncovered(event, record, shown)];
  });
}

function misfits(record: RecordType, payload: unknown): string[] {
  return explain(record, payload).map(({ path, detail }) => `${path}: ${detail}`);
}

/** Nobody has to show these: most events have none, and every reader expects none. */
const OFTEN_EMPTY = ['orgId', 'actorId'];

/** A nested record counts as shown wherever it is shown. */
function shownFields(contracts: Contracts): Set<string> {
  const found = eventsOf(contracts).flatMap((event) =>
    event.examples.flatMap(({ payload }) => [...values(newest(event).record, payload, '')]),
  );
  return new Set(found.map(({ owner, name }) => `${owner.fullName}.${name}`));
}

function uncovered(event: EventContract, record: RecordType, shown: ReadonlySet<string>): Problem[] {
  const where = event.name;
  if (event.examples.length === 0) {
    return [{ check: 'examples', where, detail: `add schemas/${event.owner}/${event.name}/examples/full.json` }];
  }
  return fieldsOf(record)
    .filter((at) => !OFTEN_EMPTY.includes(at.field.name) && !shown.has(`${at.record.fullName}.${at.field.name}`))
    .map(({ path }) => ({ check: 'examples', where, detail: `no example shows a value of ${path}` }));
}

interface ValueAtPath {
  readonly path: string;
  readonly value: unknown;
  readonly owner: RecordType;
  readonly name: string;
  readonly sealedFor: string | null;
}

/** Values that are there: no null, no empty array. */
function* values(record: RecordType, value: unknown, prefix: string): Generator<ValueAtPath> {
  if (typeof value !== 'object' || value === null) return;
  for (const { name, type, sealedFor } of record.fields) {
    for (const held of [Reflect.get(value, name) as unknown].flat()) {
      if (held === null || held === undefined) continue;
      const inner = unwrap(type);
      yield { path: prefix + name, value: held, owner: record, name, sealedFor };
      if (inner.kind === 'record') yield* values(inner, held, `${prefix}${name}.`);
    }
  }
}

function valueProblems(record: RecordType, payload: unknown): string[] {
  return [...values(record, payload, '')].flatMap(({ path, value, sealedFor }) => {
    if (typeof value !== 'string') return [];
    if (sealedFor !== null) return looksSealed(value) ? [] : [`${path} must be a compact JWE with alg, enc and kid`];
    return personalDataIn(value).map((kind) => `${path} holds what looks like a real ${kind}`);
  });
}

function looksSealed(text: string): boolean {
  const parts = text.split('.');
  if (parts.length !== 5 || !parts.every((part) => /^[\w-]+$/.test(part))) return false;
  try {
    const header: unknown = JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString('utf8'));
    return ['alg', 'enc', 'kid'].every((name) => typeof header === 'object' && header !== null && name in header);
  } catch {
    return false;
  }
}
