import { statusAt } from './contact-exchange.ts';
import type { ContactField, ContactState, ContactStatus, DenialReason } from './contact-state.ts';

/** An exchange as one of its two people sees it: of the other she is told nothing. */
export interface ContactView {
  readonly id: string;
  readonly version: number;
  readonly status: ContactStatus;
  readonly role: 'owner' | 'requester';
  readonly postId: string;
  readonly openedBy: ContactState['openedBy'];
  readonly matchId: string | null;
  readonly claimId: string | null;
  readonly message: string | null;
  readonly requestedFields: readonly ContactField[];
  readonly approvedFields: readonly ContactField[] | null;
  readonly singleUse: boolean | null;
  readonly revealCount: number;
  readonly denialReason: DenialReason | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
}

export function contactViewOf(state: ContactState, viewerId: string, now: Date): ContactView {
  const status = statusAt(state, now);
  return {
    id: state.id,
    version: state.version,
    status,
    role: viewerId === state.ownerId ? 'owner' : 'requester',
    postId: state.post.id,
    openedBy: state.openedBy,
    matchId: state.matchId,
    claimId: state.claimId,
    message: status === 'expired' ? null : state.message,
    requestedFields: state.requestedFields,
    approvedFields: state.approval?.fields ?? null,
    singleUse: state.approval?.singleUse ?? null,
    revealCount: state.revealCount,
    denialReason: state.denialReason,
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    expiresAt: state.expiresAt,
  };
}
