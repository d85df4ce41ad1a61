import type { Tx } from '@foundnow/postgres';

/** What was decided of an earlier analysis is not decided of what is read now. */
const MARK = `update media_ai.post as post set revision = revision + 1, ruling = null, due_at = case
    when exists (select from media_ai.photo where post_id = post.post_id and state = 'waiting') then null
    else $2::timestamptz end
  where post_id = $1`;

/** After anything that changes what is known of the photos of a post, while it is locked. */
export function markDue(tx: Tx, postId: string, now: Date): void {
  tx.send(MARK, [postId, now]);
}
