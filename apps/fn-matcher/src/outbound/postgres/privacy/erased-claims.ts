import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

const PEOPLE = ['claimant_id', 'found_author_id'] as const;
const NAMES_HER = PEOPLE.map((column) => `${column} = $1::uuid`).join(' or ');
const FORGET = `update matcher.claim set ${PEOPLE.map((column) => `${column} = nullif(${column}, $1::uuid)`).join(', ')}
  where claim_id = any(array(select claim_id from matcher.claim where ${NAMES_HER} order by claim_id limit $2 for update))
  returning 1`;

/** One that is open ends as soon as the upkeep comes round: nobody is there to come for the item. */
export const erasedClaims: PersonalRecords = {
  left: (person) =>
    PEOPLE.map((column) => `exists (select from matcher.claim where ${column} = ${person})`).join(' or '),
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
