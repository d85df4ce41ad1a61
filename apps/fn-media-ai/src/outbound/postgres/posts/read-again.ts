import type { Tx } from '@foundnow/postgres';
import { markDue } from './mark-due.ts';

const READ_AGAIN = `update media_ai.photo set state = 'waiting', attempts = 0, next_at = $3, queued_at = $3, lease = null
  where post_id = $1 and photo_id = any($2::uuid[])`;

/** While their post is locked. Whoever has one of them under way lost it. */
export function readAgain(tx: Tx, postId: string, photoIds: readonly string[], now: Date): void {
  tx.send(READ_AGAIN, [postId, photoIds, now]);
  markDue(tx, postId, now);
}
