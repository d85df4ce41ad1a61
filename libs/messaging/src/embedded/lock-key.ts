import { createHash } from 'node:crypto';

/** A PostgreSQL advisory lock is named by 64 bits. */
export function lockKey(...parts: readonly (string | number)[]): bigint {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readBigInt64BE(0);
}
