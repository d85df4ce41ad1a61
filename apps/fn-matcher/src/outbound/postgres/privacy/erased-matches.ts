import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

const SIDES = ['lost_author_id', 'found_author_id'] as const;
const FORGET = `update matcher.match set ${SIDES.map((side) => `${side} = nullif(${side}, $1::uuid)`).join(', ')}
  where match_id = any(array(select match_id from matcher.match
    where ${SIDES.map((side) => `${side} = $1::uuid`).join(' or ')} order by match_id limit $2 for update))
  returning 1`;

/** Posts take her off their matches; this is for single tables that came back from a backup. */
export const erasedMatches: PersonalRecords = {
  left: (person) => SIDES.map((side) => `exists (select from matcher.match where ${side} = ${person})`).join(' or '),
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
