import { PostgresDataKeyStore } from '@foundnow/crypto';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** Destroyed when an erasure is opened; this is for one that came back with a backup. The mark that she had one stays. */
export const erasedKey: PersonalRecords = {
  name: 'keys',
  left: (person) =>
    `exists (select from posts.person_data_keys where person_id = ${person}::text and wrapped_key is not null)`,
  forget: async (tx, person, now) => {
    await new PostgresDataKeyStore(tx, 'posts').destroy(person, now);
    return 0;
  },
};
