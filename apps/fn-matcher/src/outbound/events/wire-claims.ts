import type { AnyOutgoingEvent } from '@foundnow/outbox';
import type { Claim } from '../../domain/claim/claim.ts';
import type { ClaimEvent } from '../../domain/claim/claim-events.ts';
import type { MatchSides } from '../../domain/match/match-side.ts';
import { aboutMatch } from './wire-matches.ts';

/** From what happened to a claim to what goes on the wire: never what was answered, nor which of it was right. */
export function toOutgoingClaimEvent(event: ClaimEvent, sides: MatchSides): AnyOutgoingEvent {
  const { claim, match } = event;
  const about = { ...aboutMatch(match, sides, event), claimId: claim.id };
  const key = match.id;
  switch (event.type) {
    case 'opened': {
      const asked = { needsReview: claim.proof === 'under_review', expiresAt: claim.expiresAt.getTime() };
      return { name: 'claim.opened', key, payload: { ...about, claimantId: claimantOf(claim), ...asked } };
    }
    case 'verified': {
      const said = {
        verifiedBy: claim.decidedBy ?? 'finder',
        sealedHandoverCode: event.sealedCode,
        handoverExpiresAt: claim.expiresAt.getTime(),
      };
      return { name: 'claim.verified', key, payload: { ...about, claimantId: claimantOf(claim), ...said } };
    }
    case 'denied': {
      const said = { deniedBy: claim.decidedBy ?? 'finder', reason: claim.denialReason ?? 'other' };
      return { name: 'claim.denied', key, payload: { ...about, claimantId: claim.claimantId, ...said } };
    }
    case 'expired': {
      const { previousStatus } = event;
      return { name: 'claim.expired', key, payload: { ...about, claimantId: claim.claimantId, previousStatus } };
    }
    case 'returned': {
      const said = { method: event.method, matchedAt: match.foundAt.getTime() };
      return { name: 'item.returned', key, payload: { ...about, claimantId: claim.claimantId, ...said } };
    }
  }
}

/** Whoever opens a claim, or is believed, is somebody at that moment. */
function claimantOf({ claimantId }: Claim): string {
  if (claimantId === null) throw new TypeError('A claim is made by somebody');
  return claimantId;
}
