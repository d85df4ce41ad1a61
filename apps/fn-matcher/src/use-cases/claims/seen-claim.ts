import type { Actor } from '../../domain/actor.ts';
import { type ClaimRole, claimRole } from '../../domain/claim/claim-part.ts';
import type { Claim } from '../../domain/claim/claim.ts';
import type { HeldClaim } from './claim-store.port.ts';

/** A claim as one of its two sides sees it. */
export interface SeenClaim {
  readonly claim: Claim;
  readonly role: ClaimRole;
}

export function seenClaim({ claim, sides }: HeldClaim, viewer: Actor): SeenClaim {
  return { claim, role: claimRole(claim, sides, viewer) };
}
