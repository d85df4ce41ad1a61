import type { Handover } from './handover.ts';

/** `returned`: the item is home. */
export const CLAIM_STATUSES = ['opened', 'verified', 'denied', 'expired', 'returned'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** What the answers were worth. `under_review`: they were not judged, people decide. */
export const PROOFS = ['proven', 'not_proven', 'under_review'] as const;
export type ProofResult = (typeof PROOFS)[number];

export const DENIAL_REASONS = ['proof_failed', 'suspicious', 'other'] as const;
/** `other_claim_verified`: the item is somebody else's. */
export type DenialReason = (typeof DENIAL_REASONS)[number] | 'other_claim_verified';

/** Who decides about a claim: the finder, or the desk where the item lies. */
export type Decider = 'finder' | 'staff';

/** Of what an evaluated answer was taken: what all share for this item, or what an early match keeps for its owner. */
export type Share = 'common' | 'own';

/** Somebody says of a found item: mine. The answers are not kept, nor which of them were right. */
export interface Claim {
  readonly id: string;
  readonly version: number;
  readonly matchId: string;
  readonly lostPostId: string;
  readonly foundPostId: string;
  /** Null once that person was erased. */
  readonly claimantId: string | null;
  readonly status: ClaimStatus;
  readonly proof: ProofResult;
  /** Null when the answers were not judged. */
  readonly share: Share | null;
  readonly decidedBy: Decider | null;
  readonly denialReason: DenialReason | null;
  /** How often the desk may still have compared what it sees on the item with what its owner said. */
  readonly checksLeft: number;
  readonly handover: Handover | null;
  readonly openedAt: Date;
  readonly decidedAt: Date | null;
  readonly endedAt: Date | null;
  /** While opened: until when it can be decided. Once verified: until when the code works. */
  readonly expiresAt: Date;
}

export function isOpenClaim(status: ClaimStatus): status is 'opened' | 'verified' {
  return status === 'opened' || status === 'verified';
}
