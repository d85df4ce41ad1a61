import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

const FORGET = `delete from posts.consent where id in (
    select id from posts.consent where person_id = $1 order by id limit $2) returning id`;

/** What says what a person agreed to is as personal as the rest. */
export const consentRecords: PersonalRecords = {
  name: 'consents',
  left: (person) => `exists (select from posts.consent where person_id = ${person})`,
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
