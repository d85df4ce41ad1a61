import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

const FORGET = `update matcher.match_answer set person_id = null, note = null
  where (match_id, match_version) in (select match_id, match_version from matcher.match_answer
    where person_id = $1 order by match_id limit $2 for update) returning 1`;

/** That a pair was one item, or was not, stays; who said so, and what she wrote, goes. */
export const erasedMatchAnswers: PersonalRecords = {
  left: (person) => `exists (select from matcher.match_answer where person_id = ${person})`,
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
