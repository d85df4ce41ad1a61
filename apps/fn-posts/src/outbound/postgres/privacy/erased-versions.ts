import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** The words of the index. */
const BY_OTHER = 'changed_by is distinct from author_id';
/**
 * Found first and then fetched: a join could be planned for the few rows that there were once. What she kept private goes
 * as a whole.
 */
const FORGET = `with found as materialized (
    select ctid as place, coalesce(author_id = $1::uuid and snapshot ->> 'visibility' = 'private', false) as is_private
    from posts.post_version where ctid = any(array(
      (select ctid from posts.post_version where author_id = $1::uuid limit $2)
      union
      (select ctid from posts.post_version where changed_by = $1::uuid and ${BY_OTHER} limit $2)
      limit $2))
  ), gone as (
    delete from posts.post_version where ctid = any(array(select place from found where is_private)) returning 1
  ), kept as (
    update posts.post_version set author_id = nullif(author_id, $1::uuid),
      snapshot = snapshot || jsonb_build_object(
        'author_id', nullif(snapshot ->> 'author_id', $1::text), 'changed_by', nullif(snapshot ->> 'changed_by', $1::text))
    where ctid = any(array(select place from found where not is_private)) returning 1
  )
  select from gone union all select from kept`;

/** Earlier versions of items that are an organization's. */
export const erasedVersions: PersonalRecords = {
  name: 'versions',
  left: (person) => `exists (select from posts.post_version where author_id = ${person})
    or exists (select from posts.post_version where changed_by = ${person} and ${BY_OTHER})`,
  forget: async (tx, person, _now, most) => (await tx.query(FORGET, [person, most])).length,
};
