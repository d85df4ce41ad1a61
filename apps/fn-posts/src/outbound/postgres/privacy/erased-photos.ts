import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** What no post has taken goes; what is in an item of an organization stays there. Files follow with the sweep. */
const FORGET = `update posts.photo set
    owner_id = case when state = 'attached' then null else owner_id end,
    due_at = case when state = 'attached' then null else $2::timestamptz end,
    state = case when state = 'attached' then state else 'dropped' end
  where id = any(array(
    select id from posts.photo where owner_id = $1 and state <> 'dropped' order by id limit $3 for update))
  returning 1`;

export const erasedPhotos: PersonalRecords = {
  name: 'photos',
  left: (person) => `exists (select from posts.photo where owner_id = ${person})`,
  forget: async (tx, person, now, most) => (await tx.query(FORGET, [person, now, most])).length,
};
