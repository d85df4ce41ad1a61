import { SCHEMAS } from '../generated/schemas.ts';
import { ContractError } from './contract-error.ts';

/** What the bytes behind an id were written with. */
export interface WriterSchema {
  readonly recordName: string;
  readonly version: number;
  /** Avro schema as JSON text. */
  readonly schema: string;
}

/** Numbers of schema versions on the wire: from a registry, or from the committed lock. */
export interface SchemaIds {
  idOf(recordName: string, version: number): number | Promise<number>;
  writerOf(id: number): WriterSchema | Promise<WriterSchema>;
}

/** Ids from `schemas/registry.lock.json`; needs no network and no file. */
export interface LockedSchemaIds extends SchemaIds {
  idOf(recordName: string, version: number): number;
  writerOf(id: number): WriterSchema;
}

export function lockfileSchemaIds(): LockedSchemaIds {
  const byId = new Map<number, WriterSchema>(SCHEMAS.map((row) => [row.id, row]));
  const versions = Map.groupBy(SCHEMAS, (row) => row.recordName);
  return {
    idOf(recordName, version) {
      const id = versions.get(recordName)?.find((row) => row.version === version)?.id;
      if (id === undefined) {
        throw new ContractError(
          'contract.unknown_schema',
          `registry.lock.json has no version ${version} of ${recordName}`,
        );
      }
      return id;
    },
    writerOf(id) {
      const writer = byId.get(id);
      if (!writer) throw new ContractError('contract.unknown_schema', `registry.lock.json has no schema ${id}`);
      return writer;
    },
  };
}
