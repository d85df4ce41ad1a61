import { frame, lockfileSchemaIds, type SchemaIds, unframe, type WriterSchema } from '@foundnow/contracts';

const lock = lockfileSchemaIds();

/**
 * The same event with the number that its schema has elsewhere: messages that are made without asking anybody carry
 * the number of the lock. What is no event of ours (a marker, bytes that nobody could read) stays as it is.
 */
export async function renumber(value: Uint8Array, schemaIds: Pick<SchemaIds, 'idOf'>): Promise<Uint8Array> {
  const written = writerOf(value);
  if (written === undefined) return value;
  return frame(await schemaIds.idOf(written.recordName, written.version), unframe(value).body);
}

function writerOf(value: Uint8Array): WriterSchema | undefined {
  try {
    return lock.writerOf(unframe(value).schemaId);
  } catch {
    return undefined;
  }
}
