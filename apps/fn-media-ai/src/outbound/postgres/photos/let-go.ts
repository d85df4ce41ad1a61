import type { Tx } from '@foundnow/postgres';

const LET_GO = `update media_ai.public_folder set due_at = least(due_at, $3::timestamptz)
  where post_id = $1 and photo_id = any($2::uuid[]) and folder is distinct from $4`;

/** The public forms of these photos, also those of earlier readings, are swept then; all but what is shown now. */
export function letGo(
  tx: Tx,
  postId: string,
  photoIds: readonly string[],
  due: Date,
  shown: string | null = null,
): void {
  tx.send(LET_GO, [postId, photoIds, due, shown]);
}
