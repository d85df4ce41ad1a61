import { PostgresDataKeyStore } from '@foundnow/crypto';
import type { Database } from '@foundnow/postgres';

/** Data keys, each statement by itself: a key must be there before anything is sealed with it. */
export function dataKeysIn(database: Database): PostgresDataKeyStore {
  const keys = { worker: 'contact-upkeep' } as const;
  return new PostgresDataKeyStore(
    { query: (text, values) => database.transaction(keys, (tx) => tx.query(text, values)) },
    'posts',
  );
}
