import type { IdempotentRequest } from '@foundnow/http';

/** What was made of a request when it came first: a repetition may be refused by what has changed since. */
export interface AnsweredRequests {
  /** The id of what was made; undefined when nothing was, and for a request that nobody can repeat. */
  earlier(request: IdempotentRequest | undefined): Promise<string | undefined>;
}
