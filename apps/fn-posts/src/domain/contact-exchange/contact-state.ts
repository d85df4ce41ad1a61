import type { PostState } from '../post/post-state.ts';

export const CONTACT_STATUSES = ['pending', 'approved', 'denied', 'cancelled', 'expired', 'revealed'] as const;
/** `revealed`: what could be seen once was seen. */
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** By what people are reached. */
export const CONTACT_FIELDS = ['email', 'phone'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Contact data in clear. It lives as long as the request that brings or fetches it. */
export type ContactData = Partial<Readonly<Record<ContactField, string>>>;

export const DENIAL_REASONS = [
  'not_owner',
  'insufficient_verification',
  'suspicious',
  'post_resolved',
  'preference',
  'other',
] as const;
export type DenialReason = (typeof DENIAL_REASONS)[number];

/** What is told of the post with everything that happens between the two; it stays as it was when they were asked. */
export type AskedPost = Pick<
  PostState,
  'id' | 'orgId' | 'intake' | 'visibility' | 'timeZone' | 'language' | 'kind' | 'title' | 'category'
>;

/** What the owner let the requester have. */
export interface Approval {
  readonly fields: readonly ContactField[];
  readonly singleUse: boolean;
}

/** What nobody can read without the keys of the owner and of the exchange. Gone as soon as the exchange is over. */
export interface SealedContact {
  readonly envelope: string;
  /** Of the token that opens it once; null when it opens more often. */
  readonly tokenHash: string | null;
}

export interface ContactState {
  readonly id: string;
  readonly version: number;
  readonly status: ContactStatus;
  readonly post: AskedPost;
  /** The author of the post; null once erased. */
  readonly ownerId: string | null;
  readonly requesterId: string | null;
  readonly openedBy: 'requester' | 'claim';
  readonly matchId: string | null;
  readonly claimId: string | null;
  /** Without contact data; gone as soon as the exchange is over. */
  readonly message: string | null;
  readonly requestedFields: readonly ContactField[];
  readonly approval: Approval | null;
  readonly sealed: SealedContact | null;
  readonly revealCount: number;
  readonly denialReason: DenialReason | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** While pending: until when the owner can answer. Once approved: until when it can be revealed. */
  readonly expiresAt: Date;
}
