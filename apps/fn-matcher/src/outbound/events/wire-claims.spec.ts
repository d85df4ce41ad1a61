import { describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExamples } from '@foundnow/contracts/testing';
import type { Claim, DenialReason } from '../../domain/claim/claim.ts';
import type { ClaimEvent } from '../../domain/claim/claim-events.ts';
import type { Match } from '../../domain/match/match.ts';
import type { MatchSide } from '../../domain/match/match-side.ts';
import { toOutgoingClaimEvent } from './wire-claims.ts';

type Told = EventMap['claim.opened' | 'claim.verified' | 'claim.denied' | 'claim.expired' | 'item.returned'];
type Any = Partial<EventMap['claim.opened'] & EventMap['claim.verified'] & EventMap['claim.denied']> &
  Partial<EventMap['claim.expired'] & EventMap['item.returned']>;

const NAMES = ['claim.opened', 'claim.verified', 'claim.denied', 'claim.expired', 'item.returned'];
/** A yes always comes with a code, and an item is handed over by it: nothing else is told by us yet. */
const isOurs = ({ method = 'handover_code', ...payload }: Any) =>
  method === 'handover_code' && (!('verifiedBy' in payload) || payload.sealedHandoverCode !== null);
const examples = goldenExamples().filter(({ event, payload }) => NAMES.includes(event) && isOurs(payload as Any));

function eventOf(name: string, payload: Told): ClaimEvent {
  const known: Any = payload as Any;
  const decisions = { lost: payload.lost.decision, found: payload.found.decision };
  const match = {
    id: payload.matchId,
    version: payload.aggregateVersion,
    decisions,
    foundAt: new Date(known.matchedAt ?? 0),
  } as unknown as Match;
  const claim = {
    id: payload.claimId,
    claimantId: payload.claimantId,
    proof: known.needsReview === true ? 'under_review' : 'proven',
    decidedBy: known.verifiedBy ?? known.deniedBy ?? null,
    denialReason: (known.reason ?? null) as DenialReason | null,
    expiresAt: new Date(known.expiresAt ?? known.handoverExpiresAt ?? 0),
  } as Claim;
  const about = { claim, match, at: new Date(payload.occurredAt), by: payload.actorId };
  switch (name) {
    case 'claim.opened':
      return { ...about, type: 'opened' };
    case 'claim.verified':
      return { ...about, type: 'verified', sealedCode: known.sealedHandoverCode ?? '' };
    case 'claim.denied':
      return { ...about, type: 'denied' };
    case 'claim.expired':
      return { ...about, type: 'expired', previousStatus: known.previousStatus === 'verified' ? 'verified' : 'opened' };
    default:
      return { ...about, type: 'returned', method: 'handover_code' };
  }
}

describe('what is told of a claim', () => {
  it.each(examples.map(({ event, example, payload }) => [event, example, payload] as const))(
    '%s is as in the example %s',
    (event, _name, payload) => {
      const told = payload as Told;
      const { lost, found } = told as { lost: MatchSide; found: MatchSide };
      const withoutDecision = ({ decision: _, ...side }: MatchSide & { decision?: string }) => side;
      const sides = { lost: withoutDecision(lost), found: withoutDecision(found) };
      const { name, key, payload: made } = toOutgoingClaimEvent(eventOf(event, told), sides);
      expect([name, key]).toEqual([event, told.matchId]);
      expect({
        ...made,
        orgId: told.orgId,
        visibility: told.visibility,
        timeZone: told.timeZone,
        language: told.language,
      }).toEqual(told);
    },
  );
});
