import { newerThanBuild } from '../codec/schema-ids.ts';
import type { SchemaIds, WriterSchema } from '../codec/schema-ids.ts';
import { SCHEMAS } from '../generated/schemas.ts';
import { Complaints } from './complaints.ts';
import { identify } from './identify.ts';
import { Once } from './once.ts';
import { Registration } from './registration.ts';
import { registryAccess } from './registry-options.ts';
import type { RegistrySchemaIdsOptions } from './registry-options.ts';
import { SchemaLookup } from './schema-lookup.ts';

/**
 * Ids from a Confluent-compatible schema registry. Schemas that it does not have yet are registered, older versions
 * first. What was answered holds for ever; what failed is asked again by whoever needs it next.
 */
export function registrySchemaIds(options: RegistrySchemaIdsOptions): SchemaIds {
  const access = registryAccess(options);
  const registration = new Registration(access);
  const lookup = new SchemaLookup(access);
  const ids = new Once<string, number>();
  const writers = new Once<number, WriterSchema>();
  const complaints = new Complaints(options.onProblem);

  const numberOf = async (recordName: string, version: number): Promise<number> => {
    const row = SCHEMAS.find((each) => each.recordName === recordName && each.version === version);
    if (!row) throw newerThanBuild(recordName, version);
    const found = await registration.find(row);
    if (found !== undefined) return found;
    if (version > 1) await idOf(recordName, version - 1);
    return registration.register(row);
  };
  const idOf = (recordName: string, version: number): number | Promise<number> =>
    ids.get(`${recordName}/v${version}`, () => complaints.watch(numberOf(recordName, version)));

  return { idOf, writerOf: (id) => writers.get(id, () => complaints.watch(identify(id, lookup))) };
}
