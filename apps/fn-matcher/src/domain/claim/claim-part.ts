import type { Actor } from '../actor.ts';
import type { MatchSides } from '../match/match-side.ts';
import { type Part, partsOf } from '../match/part-in-match.ts';
import type { Claim, Decider } from './claim.ts';
import { claimMissing, staffDecides } from './claim-errors.ts';
import { otherSide } from '../match/match-errors.ts';

/** The claimant, or one of the found side: nobody else is shown a claim, the desk of the lost post neither. */
export type ClaimRole = 'claimant' | 'found';

export function claimRole(claim: Claim, sides: MatchSides, viewer: Actor): ClaimRole {
  if (claim.claimantId === viewer.userId) return 'claimant';
  if (foundPart(sides, viewer) !== undefined && !isMereGuess(claim)) return 'found';
  throw claimMissing();
}

/** Who of the found side acts: the desk, or the finder herself. */
export function foundSpeaker(claim: Claim, sides: MatchSides, actor: Actor): Decider {
  const part = foundPart(sides, actor);
  if (part === undefined && claim.claimantId === actor.userId) throw otherSide('found');
  if (part === undefined || isMereGuess(claim)) throw claimMissing();
  if (!part.mayAct) throw otherSide('found');
  return part.isStaff ? 'staff' : 'finder';
}

/** Where answers were not judged and there is a desk, the desk alone decides. */
export function deciderOf(claim: Claim, sides: MatchSides, actor: Actor): Decider {
  const decider = foundSpeaker(claim, sides, actor);
  const hasDesk = sides.found.orgId !== null && sides.found.visibility !== 'private';
  if (decider === 'finder' && hasDesk && claim.proof === 'under_review') throw staffDecides();
  return decider;
}

/** Wrong answers are between the claimant and us. */
function isMereGuess({ proof }: Claim): boolean {
  return proof === 'not_proven';
}

function foundPart(sides: MatchSides, actor: Actor): Part | undefined {
  return partsOf(sides, actor).find(({ side }) => side === 'found');
}
