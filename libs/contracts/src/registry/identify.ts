import { ContractError } from '../codec/contract-error.ts';
import { newerThanBuild } from '../codec/schema-ids.ts';
import type { WriterSchema } from '../codec/schema-ids.ts';
import { TOPICS } from '../generated/catalog.ts';
import { SCHEMAS } from '../generated/schemas.ts';
import { fullNameOf, plainAvro } from '../source/plain-avro.ts';
import { sameSchema, tryParse } from './same-schema.ts';
import type { SchemaLookup } from './schema-lookup.ts';

const TOPIC_NAMES: readonly string[] = Object.values(TOPICS);

/**
 * What stands behind an id. The same rule as with ids of the lock: what a newer build may have written waits for that
 * build, and what nobody here can have written never can be read.
 */
export async function identify(id: number, lookup: SchemaLookup): Promise<WriterSchema> {
  const { text, type } = await lookup.schema(id);
  const json = type === 'AVRO' ? parsed(text) : undefined;
  const recordName = fullNameOf(json);
  if (recordName === undefined) {
    throw new ContractError('contract.undecodable', `schema ${id} is no Avro record (its type is ${type})`);
  }
  const versions = SCHEMAS.filter((row) => row.recordName === recordName);
  const schema = JSON.stringify(plainAvro(json));
  const known = versions.find((row) => sameSchema(row.schema, schema));
  if (known) return known;
  const subjects = TOPIC_NAMES.map((topic) => `${topic}-${recordName}`);
  const here = (await lookup.versions(id)).find(({ subject }) => subjects.includes(subject));
  const newest = versions.at(-1)?.version ?? 0;
  // An event that this build has not heard of, or a version in words that its parser does not know yet.
  if (here && here.version > newest && (newest === 0 || !tryParse(schema))) {
    throw newerThanBuild(recordName, here.version);
  }
  return { recordName, version: here?.version ?? newest, schema };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
