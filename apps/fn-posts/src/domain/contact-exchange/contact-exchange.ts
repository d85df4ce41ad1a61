import type { PostState } from '../post/post-state.ts';
import type { PostStatus } from '../post/post-status.ts';
import { contactNotFound, otherSide, wrongState } from './contact-errors.ts';
import { nothingGiven, tooLong } from './contact-approval-errors.ts';
import { nobodyToAsk, ownPost, postNotActive } from './contact-request-errors.ts';
import type { ContactChange, ContactEvent } from './contact-events.ts';
import {
  type Approval,
  type AskedPost,
  CONTACT_FIELDS,
  type ContactField,
  type ContactState,
  type ContactStatus,
  type DenialReason,
  type SealedContact,
} from './contact-state.ts';

const HOUR_MILLIS = 3_600_000;
const ANSWER_WITHIN_HOURS = 7 * 24;
export const MOST_HOURS = 72;

/** Who asks, and for what. */
export interface ContactRequest {
  readonly id: string;
  readonly requesterId: string;
  readonly fields: readonly ContactField[];
  readonly message: string | null;
  readonly sealedMessage: string | null;
}

/** A claim that was verified, as far as it opens an exchange. */
export interface OpeningClaim {
  readonly id: string;
  readonly requesterId: string;
  readonly matchId: string;
  readonly claimId: string;
}

export interface ApprovedContact extends Approval {
  readonly validUntil: Date;
  readonly sealed: SealedContact;
  readonly sealedRevealToken: string | null;
}

/** Each of the two does something else. */
export type ContactSide = 'owner' | 'requester';

type Opened = { readonly exchange: ContactExchange; readonly events: ContactEvent[] };

/** Two people on their way to each other: one asks, the other decides what she gives, and all of it ends by itself. */
export class ContactExchange {
  private constructor(private current: ContactState) {}

  get state(): ContactState {
    return this.current;
  }

  static request(post: PostState, { sealedMessage, ...asked }: ContactRequest, now: Date): Opened {
    assertMayBeAsked(post, asked.requesterId);
    const { id, requesterId, fields: requestedFields, message } = asked;
    const opened = { id, requesterId, requestedFields, message, openedBy: 'requester', matchId: null, claimId: null };
    return open(post, opened as OpenedState, { sealedMessage, by: requesterId, now });
  }

  /** Null: there is nothing to open. */
  static byClaim(post: PostState, claim: OpeningClaim, now: Date): Opened | null {
    if (post.status !== 'active' || post.authorId === null || post.authorId === claim.requesterId) return null;
    const opened = { ...claim, requestedFields: CONTACT_FIELDS, message: null, openedBy: 'claim' } as const;
    return open(post, opened, { sealedMessage: null, by: null, now });
  }

  /** From what a store kept. Checks nothing: it was checked when it happened. */
  static restore(state: ContactState): ContactExchange {
    return new ContactExchange(state);
  }

  approve(
    { validUntil, sealed, sealedRevealToken, ...approval }: ApprovedContact,
    by: string,
    now: Date,
  ): ContactEvent[] {
    this.assertSide('owner', by);
    this.assertStatus('pending', now);
    if (approval.fields.length === 0) throw nothingGiven();
    const length = validUntil.getTime() - now.getTime();
    if (length <= 0 || length > MOST_HOURS * HOUR_MILLIS) throw tooLong(MOST_HOURS);
    const { fields, singleUse } = approval;
    const change = { status: 'approved', approval: { fields, singleUse }, sealed, expiresAt: validUntil } as const;
    return this.became(change, { type: 'approved', sealedRevealToken }, by, now);
  }

  deny(reason: DenialReason, by: string, now: Date): ContactEvent[] {
    this.assertSide('owner', by);
    this.assertStatus('pending', now);
    return this.over({ status: 'denied', denialReason: reason }, { type: 'denied', reason }, by, now);
  }

  cancel(by: string, now: Date): ContactEvent[] {
    this.assertSide('requester', by);
    this.assertStatus('pending', now);
    return this.over({ status: 'cancelled' }, { type: 'cancelled' }, by, now);
  }

  /** The requester sees the contact data; what opens once is over then. */
  reveal(by: string, now: Date): ContactEvent[] {
    this.assertSide('requester', by);
    this.assertStatus('approved', now);
    const { fields, singleUse } = this.current.approval ?? { fields: [], singleUse: true };
    const change = { revealCount: this.current.revealCount + 1 };
    const told = { type: 'revealed', fields } as const;
    return singleUse ? this.over({ ...change, status: 'revealed' }, told, by, now) : this.became(change, told, by, now);
  }

  /** What time brings by itself, and the end of the post. */
  pass(postStatus: PostStatus, now: Date): ContactEvent[] {
    const { status, expiresAt } = this.current;
    if (status !== 'pending' && status !== 'approved') return [];
    if (status === 'pending' && postStatus === 'resolved') {
      const reason = 'post_resolved';
      return this.over({ status: 'denied', denialReason: reason }, { type: 'denied', reason }, null, now);
    }
    const isOver = expiresAt <= now || (status === 'pending' && postStatus !== 'active');
    return isOver ? this.over({ status: 'expired' }, { type: 'expired', previousStatus: status }, null, now) : [];
  }

  /** One of the two was erased: the other keeps that there was something, which ends here. */
  forget(personId: string, now: Date): ContactEvent[] {
    const { status: previousStatus } = this.current;
    const change = withoutPerson(this.current, personId);
    if (previousStatus === 'pending' || previousStatus === 'approved') {
      return this.over({ ...change, status: 'expired' }, { type: 'expired', previousStatus }, null, now);
    }
    this.current = { ...this.current, ...change };
    return [];
  }

  assertSide(side: ContactSide, by: string): void {
    const { ownerId, requesterId } = this.current;
    if (by !== ownerId && by !== requesterId) throw contactNotFound();
    if (by !== (side === 'owner' ? ownerId : requesterId)) throw otherSide(side);
  }

  /** Nothing that was closed up for it outlives an exchange. */
  private over(change: Partial<ContactState>, what: ContactChange, by: string | null, now: Date): ContactEvent[] {
    return this.became({ ...change, message: null, sealed: null }, what, by, now);
  }

  private became(change: Partial<ContactState>, what: ContactChange, by: string | null, now: Date): ContactEvent[] {
    this.current = { ...this.current, ...change, version: this.current.version + 1, updatedAt: now };
    return [{ ...what, exchange: this.current, by, at: now }];
  }

  private assertStatus(wanted: ContactStatus, now: Date): void {
    const status = statusAt(this.current, now);
    if (status !== wanted) throw wrongState(status);
  }
}

/** What the owner called her item goes with her. */
function withoutPerson({ ownerId, requesterId, post }: ContactState, personId: string): Partial<ContactState> {
  return {
    ...(ownerId === personId && { ownerId: null, post: { ...post, title: '', language: 'und' } }),
    ...(requesterId === personId && { requesterId: null }),
    message: null,
  };
}

/** What has run out is over, also before somebody has noted it. */
export function statusAt({ status, expiresAt }: ContactState, now: Date): ContactStatus {
  return (status === 'pending' || status === 'approved') && expiresAt <= now ? 'expired' : status;
}

/** Before anything is sealed for it. */
export function assertMayBeAsked(post: PostState, requesterId: string): void {
  if (post.authorId === null) throw nobodyToAsk();
  if (post.authorId === requesterId) throw ownPost();
  if (post.status !== 'active') throw postNotActive();
}

type OpenedState = Pick<
  ContactState,
  'id' | 'requesterId' | 'requestedFields' | 'message' | 'openedBy' | 'matchId' | 'claimId'
>;
type Circumstances = { readonly sealedMessage: string | null; readonly by: string | null; readonly now: Date };

function open(post: PostState, opened: OpenedState, { sealedMessage, by, now }: Circumstances): Opened {
  const exchange = ContactExchange.restore({
    ...opened,
    version: 1,
    status: 'pending',
    post: askedPost(post),
    ownerId: post.authorId,
    approval: null,
    sealed: null,
    revealCount: 0,
    denialReason: null,
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + ANSWER_WITHIN_HOURS * HOUR_MILLIS),
  });
  return { exchange, events: [{ type: 'requested', sealedMessage, exchange: exchange.state, by, at: now }] };
}

function askedPost({ id, orgId, intake, visibility, timeZone, language, kind, title, category }: PostState): AskedPost {
  return { id, orgId, intake, visibility, timeZone, language, kind, title, category };
}
