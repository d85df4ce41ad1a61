import type { IdempotentRequest } from '@foundnow/http';
import type { ContactEvent } from '../../domain/contact-exchange/contact-events.ts';
import type { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import type { Actor } from '../../domain/actor.ts';
import type { PostStatus } from '../../domain/post/post-status.ts';

export interface Opened {
  readonly id: string;
  /** The same request was answered before; nothing was opened. */
  readonly replayed: boolean;
}

export type ContactDecision = (exchange: ContactExchange) => readonly ContactEvent[];

/** How often somebody may ask. */
export interface AskingLimit {
  readonly most: number;
  readonly since: Date;
  /** What to say when it is reached; `oldest` is the first of those that count. */
  readonly refusal: (oldest: Date) => Error;
}

/** Each method is one transaction. What is over leaves neither envelope, token nor key behind when it commits. */
export interface ContactStore {
  /** Throws `alreadyOpen` when one is open between this person and this post. */
  add(
    opened: { readonly exchange: ContactExchange; readonly events: readonly ContactEvent[] },
    by: Actor,
    limit: AskingLimit,
    once: IdempotentRequest | undefined,
  ): Promise<Opened>;
  /** Locks, loads, changes and saves. Who it is not for is told that there is none. */
  update(id: string, by: Actor, decide: ContactDecision): Promise<ContactExchange>;
  /** Those that run out, and pending ones whose post is over; each by one replica. Answers with how many there were. */
  updateDue(
    now: Date,
    most: number,
    decide: (exchange: ContactExchange, post: PostStatus) => readonly ContactEvent[],
  ): Promise<number>;
}
