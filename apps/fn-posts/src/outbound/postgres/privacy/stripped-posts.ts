import type { Tx } from '@foundnow/postgres';

const FORGET_VERSIONS = 'delete from posts.post_version where post_id = any($1::uuid[])';
const FORGET_CLAIMS = `delete from posts.verified_claim
  where lost_post_id = any($1::uuid[]) or found_post_id = any($1::uuid[])`;

/** What was kept beside posts that were stripped: what they were, and whom they were shown to. */
export function forgetWhatWas(tx: Tx, ids: readonly string[]): void {
  if (ids.length === 0) return;
  tx.send(FORGET_VERSIONS, [ids]);
  tx.send(FORGET_CLAIMS, [ids]);
}
