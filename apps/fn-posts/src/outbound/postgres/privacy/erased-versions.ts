import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** The words of the index. */
const BY_OTHER = 'changed_by is distinct from author_id';
/** Found first and then fetched: a join could be planned for the few rows that there were once. */
const FORGET = `update posts.post_version set author_id = nullif(author_id, $1::uuid),
    snapshot = snapshot || jsonb_build_object(
      'author_id', nullif(snapshot ->> 'author_id', $1::text), 'changed_by', nullif(snapshot ->> 'changed_by', $1::text))
  where ctid = any(array(
    (select ctid from posts.post_version where author_id = $1::uuid limit $2)
    union
    (select ctid from posts.post_version where changed_by = $1::uuid and ${BY_OTHER} limit $2)
    limit $2))
  returning 1`;

/** Earlier versions of items that are an organization's. */
export const erasedVersions: PersonalRecords = {
  name: 'versions',
  left: (person) => `exists (select from posts.post_version where author_id = ${person})
    or exists (select from posts.post_version where changed_by = ${person} and ${BY_OTHER})`,
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
