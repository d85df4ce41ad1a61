import type { Tx } from '@foundnow/postgres';
import { queueScoring } from '../scoring/queue-scoring.ts';
import { handOver } from './said-post.ts';

const LEAVE = `insert into matcher.post as held (post_id, status, gone_reason) values ($1, 'deleted', $2)
  on conflict (post_id) do update set org_id = null, author_id = null, visibility = 'private', status = 'deleted',
    title = '', language = '', time_zone = '', intake = '', reference = null, said = null, photos = '[]',
    public_photo_key = null, analysis = null, vectors = null, vector_models = '[]', sealed_proof = null,
    sealed_hints = null, revision = held.revision + 1, traits = null, traits_version = null, terms = null,
    scored_with = null, gone_reason = case when held.gone_reason = 'person_erased' then held.gone_reason
      else excluded.gone_reason end`;
const UNBLOCK = 'delete from matcher.post_block where post_id = $1';

/** What stays of a post is that it is gone; the scorer sees to its matches. */
export function stripPost(tx: Tx, postId: string, reason: 'post_deleted' | 'person_erased', now: Date): void {
  tx.send(LEAVE, [postId, reason]);
  tx.send(UNBLOCK, [postId]);
  handOver(tx, postId, null, null);
  queueScoring(tx, postId, 'edited', now);
}
