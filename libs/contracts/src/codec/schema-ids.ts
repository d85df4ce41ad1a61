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
  /** Throws `contract.unknown_schema` of kind dependency for a schema of a newer build: that one has the number. */
  idOf(recordName: string, version: number): number | Promise<number>;
  /** Throws `contract.unknown_schema` of kind dependency for what a newer build may have written: consumers wait. */
  writerOf(id: number): WriterSchema | Promise<WriterSchema>;
}

/**
 * How far above the last id of the lock an id is taken for one of a newer build. Ids are given one by one, so no
 * deployment is this far ahead; and four bytes that are no id land here once in four million.
 */
const NEWER_IDS = 1000;

/** Ids from `schemas/registry.lock.json`; needs no network and no file. */
export interface LockedSchemaIds extends SchemaIds {
  idOf(recordName: string, version: number): number;
  writerOf(id: number): WriterSchema;
}

export function lockfileSchemaIds(): LockedSchemaIds {
  const byId = new Map<number, WriterSchema>(SCHEMAS.map((row) => [row.id, row]));
  const last = Math.max(...byId.keys());
  const versions = Map.groupBy(SCHEMAS, (row) => row.recordName);
  return {
    idOf(recordName, version) {
      const id = versions.get(recordName)?.find((row) => row.version === version)?.id;
      if (id === undefined) throw newerThanBuild(recordName, version);
      return id;
    },
    writerOf(id) {
      const writer = byId.get(id);
      if (!writer) throw strange(id, last);
      return writer;
    },
  };
}

/** No version is ever taken away, so what this build does not have came with a later one. */
export function newerThanBuild(recordName: string, version: number): ContractError {
  const detail = `version ${version} of ${recordName} is newer than this build: update this service`;
  return new ContractError('contract.unknown_schema', detail, { kind: 'dependency' });
}

function strange(id: number, last: number): ContractError {
  if (id <= last || id > last + NEWER_IDS) {
    return new ContractError('contract.undecodable', `no schema has the id ${id}; this build knows 1 to ${last}`);
  }
  const detail = `schema ${id} is newer than this build, which knows 1 to ${last}: update this service`;
  return new ContractError('contract.unknown_schema', detail, { kind: 'dependency' });
}
