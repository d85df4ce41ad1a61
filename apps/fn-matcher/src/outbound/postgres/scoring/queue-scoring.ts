import type { Tx } from '@foundnow/postgres';
import type { UpdateCause } from '../../../domain/match/match-words.ts';

/** Somebody waits for what an event brings; what a new model or table brings can wait. */
export const URGENCY = { event: 0, upkeep: 5 } as const;

export const QUEUE = `insert into matcher.scoring_job as held (post_id, cause, urgency, next_at, queued_at)
  select post_id, $2, $3, $4, $4 from unnest($1::uuid[]) as given (post_id)
  on conflict (post_id) do update set cause = excluded.cause, scope = 'score', urgency = least(held.urgency, excluded.urgency),
    revision = held.revision + 1, attempts = 0, next_at = excluded.next_at, lease = null, set_aside_at = null,
    queued_at = least(held.queued_at, excluded.queued_at)`;

/** While the post is locked: whoever takes the job sees it as it is now. */
export function queueScoring(tx: Tx, postId: string, cause: UpdateCause, now: Date): void {
  tx.send(QUEUE, [[postId], cause, URGENCY.event, now]);
}

/** Whoever scores it weighs it as well: a job that is there will do. */
export const QUEUE_BALANCE = `insert into matcher.scoring_job (post_id, cause, scope, urgency, next_at, queued_at)
  select post_id, $2, 'balance', $3, $4, $4 from unnest($1::uuid[]) as given (post_id) on conflict do nothing`;
