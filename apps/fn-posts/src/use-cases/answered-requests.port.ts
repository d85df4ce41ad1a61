import type { IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../domain/actor.ts';

/**
 * What was made of a request when it came first. A repetition may be refused by what has changed since (a photo that was
 * removed, a post that was resolved), and yet it was done.
 */
export interface AnsweredRequests {
  /** The id of what was made; undefined when nothing was, and for a request that nobody can repeat. */
  earlier(request: IdempotentRequest | undefined, by: Actor): Promise<string | undefined>;
}
