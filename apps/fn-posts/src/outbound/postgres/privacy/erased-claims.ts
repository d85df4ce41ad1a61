import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

const SIDES = ['lost_author_id', 'found_author_id', 'claimant_id'] as const;
const FORGET = `update posts.verified_claim set ${SIDES.map((side) => `${side} = nullif(${side}, $1::uuid)`).join(', ')}
  where match_id = any(array(select match_id from posts.verified_claim
    where ${SIDES.map((side) => `${side} = $1::uuid`).join(' or ')} order by match_id limit $2 for update))
  returning 1`;

/** The other side still sees the item that is to come home. */
export const erasedClaims: PersonalRecords = {
  name: 'claims',
  left: (person) =>
    SIDES.map((side) => `exists (select from posts.verified_claim where ${side} = ${person})`).join(' or '),
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
