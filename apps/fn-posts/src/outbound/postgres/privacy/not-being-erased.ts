/** Looked up once for a statement, and nearly always empty. */
const BEING_ERASED = 'all(array(select person_id from posts.erasure where completed_at is null))';

/** For what is found by who wrote it. */
export const AUTHOR_NOT_BEING_ERASED = `author_id <> ${BEING_ERASED}`;

/** Which of these are. */
export const SELECT_BEING_ERASED = `select person_id from posts.erasure
  where completed_at is null and person_id = any($1::uuid[])`;

/**
 * A condition of everything that reads: of somebody who is being erased nothing is shown, also where her batch still
 * waits. What she took in for an organization is not hers, as long as others can see it.
 */
export const POST_OF_NOBODY_ERASED = `(author_id is null
  or (intake <> 'self' and visibility <> 'private') or author_id <> ${BEING_ERASED})`;

export const CONTACT_WITH_NOBODY_ERASED = `coalesce(owner_id <> ${BEING_ERASED}, true)
  and coalesce(requester_id <> ${BEING_ERASED}, true)`;
