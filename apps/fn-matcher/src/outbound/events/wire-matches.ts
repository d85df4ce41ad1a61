import type { EventMap } from '@foundnow/contracts';
import type { AnyOutgoingEvent } from '@foundnow/outbox';
import type { Match, SideDecision } from '../../domain/match/match.ts';
import type { MatchEvent } from '../../domain/match/match-events.ts';
import type { MatchSide, MatchSides } from '../../domain/match/match-side.ts';

type Told = EventMap['match.found'];

/** From what happened to a match to what goes on the wire. */
export function toOutgoingMatchEvent(event: MatchEvent, sides: MatchSides): AnyOutgoingEvent {
  const { match } = event;
  const about = aboutMatch(match, sides, event);
  const { probability, tier } = match;
  const key = match.id;
  switch (event.type) {
    case 'found':
      return {
        name: 'match.found',
        key,
        payload: { ...about, ...scoreOf(match), expiresAt: match.expiresAt.getTime() },
      };
    case 'updated': {
      const { previousProbability, previousTier, cause } = event;
      const before = { previousProbability, previousTier, cause, expiresAt: match.expiresAt.getTime() };
      return { name: 'match.updated', key, payload: { ...about, ...scoreOf(match), ...before } };
    }
    case 'confirmed': {
      const { confirmedBy } = event;
      const until = { confirmedBy, expiresAt: match.expiresAt.getTime() };
      return { name: 'match.confirmed', key, payload: { ...about, probability, tier, ...until } };
    }
    case 'rejected': {
      const { rejectedBy, reason } = event;
      return { name: 'match.rejected', key, payload: { ...about, probability, tier, rejectedBy, reason } };
    }
    case 'expired': {
      const { previousStatus, reason } = event;
      return { name: 'match.expired', key, payload: { ...about, probability, tier, previousStatus, reason } };
    }
  }
}

/** What every event of a match begins with, those of its claims too. */
export function aboutMatch(
  { id, version, decisions }: Match,
  { lost, found }: MatchSides,
  { at, by }: Pick<MatchEvent, 'at' | 'by'>,
) {
  return {
    matchId: id,
    orgId: found.orgId,
    // A match is the business of its two sides.
    visibility: 'private',
    timeZone: found.timeZone,
    language: found.language,
    aggregateVersion: version,
    occurredAt: at.getTime(),
    actorId: by,
    lost: wireSide(lost, decisions.lost),
    found: wireSide(found, decisions.found),
  } as const;
}

function wireSide(side: MatchSide, decision: SideDecision): Told['lost'] {
  return { ...side, decision };
}

function scoreOf({ probability, tier, modelVersion, reasons, distanceMeters }: Match) {
  return {
    probability,
    tier,
    modelVersion,
    reasons: reasons.map(({ signal, words, weight }) => ({ signal, evidence: words, weight })),
    approximateDistanceMeters: distanceMeters,
  };
}
