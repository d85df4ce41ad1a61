import type { IdempotentRequest } from '@foundnow/http';
import type { ContactEvent } from '../../domain/contact-exchange/contact-events.ts';
import type { ContactExchange, ContactSide } from '../../domain/contact-exchange/contact-exchange.ts';
import type { Actor } from '../../domain/actor.ts';
import type { PostStatus } from '../../domain/post/post-status.ts';
import type { ExpectedVersion } from '../posts/expected-version.ts';

export interface Opened {
  readonly id: string;
  /** The same request was answered before; nothing was opened. */
  readonly replayed: boolean;
}

export type ContactDecision = (exchange: ContactExchange) => readonly ContactEvent[];

/** Who decides, as which of the two, about which version. */
export interface ContactPart {
  readonly by: Actor;
  readonly side: ContactSide;
  readonly expected: ExpectedVersion;
}

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
  /**
   * Locks, loads, asks whether this is the part that `by` has in it and the version that was meant, then changes and
   * saves. Who it is not for is told that there is none.
   */
  update(id: string, part: ContactPart, decide: ContactDecision): Promise<ContactExchange>;
  /** Those that run out, and pending ones whose post is over; each by one replica. Answers with how many there were. */
  updateDue(
    now: Date,
    most: number,
    decide: (exchange: ContactExchange, post: PostStatus) => readonly ContactEvent[],
  ): Promise<number>;
}
