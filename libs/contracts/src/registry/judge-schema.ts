import type { SchemaRow } from '../catalog.ts';
import { incompatibilities } from '../check/compatibility.ts';
import { parseAvro } from '../source/parse-avro.ts';
import { plainAvro } from '../source/plain-avro.ts';
import { sameSchema } from './same-schema.ts';

/** A schema that somebody offers, in the spelling of the house. */
export interface OfferedSchema {
  readonly text: string;
  readonly json: unknown;
}

/** Throws a SchemaError, with the words of the check, for what contracts may not hold; SyntaxError for no JSON. */
export function readOffer(text: string): OfferedSchema {
  const json = plainAvro(JSON.parse(text));
  parseAvro(json);
  return { text: JSON.stringify(json), json };
}

/** The version that has the same bytes on the wire, whatever its docs say. */
export function versionLike(offer: OfferedSchema, versions: readonly SchemaRow[]): SchemaRow | undefined {
  return versions.find((row) => sameSchema(row.schema, offer.text));
}

/** Why the offer cannot be the next version: word for word what `npm run contracts:check` would say of it. */
export function reasonsAgainst(
  offer: OfferedSchema,
  versions: readonly SchemaRow[],
  next: number,
  consumers: Readonly<Record<string, readonly string[]>>,
): string[] {
  const there = versions.map(({ version, schema }) => versionOf(version, JSON.parse(schema)));
  return incompatibilities(versionOf(next, offer.json), there, consumers);
}

function versionOf(version: number, json: unknown) {
  return { version, json, record: parseAvro(json) };
}
