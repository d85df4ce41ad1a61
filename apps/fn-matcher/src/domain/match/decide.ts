import { confirmedUntil } from './lives.ts';
import { isOpen, type Match, type SideName } from './match.ts';
import { matchNotOpen } from './match-errors.ts';
import type { MatchChange } from './match-events.ts';
import { levelsOf } from './material.ts';
import type { RejectionReason } from './match-words.ts';

/** Who answers for a side: the one whose post it is, or the desk of its organization. */
export interface Answerer {
  readonly personId: string;
  readonly side: SideName;
  readonly isStaff: boolean;
}

/** Confirmed once both sides said so. What was said before and is said again changes nothing. */
export function confirm(match: Match, { personId, side, isStaff }: Answerer, now: Date): MatchChange {
  if (!isOpen(match)) throw matchNotOpen(match.status);
  if (match.decisions[side] === 'confirmed') return { match, events: [] };
  const decisions = { ...match.decisions, [side]: 'confirmed' } as const;
  const about = { at: now, by: personId };
  const version = match.version + 1;
  if (decisions.lost === 'confirmed' && decisions.found === 'confirmed') {
    const confirmedBy = isStaff ? 'staff' : 'parties';
    const ends = { confirmedBy, confirmedAt: now, expiresAt: confirmedUntil(now) } as const;
    const confirmed: Match = { ...match, version, decisions, status: 'confirmed', ...ends };
    return { match: confirmed, events: [{ ...about, type: 'confirmed', match: confirmed, confirmedBy }] };
  }
  const half: Match = { ...match, version, decisions };
  const before = { previousProbability: match.probability, previousTier: match.tier };
  return { match: half, events: [{ ...about, type: 'updated', match: half, ...before, cause: 'decision' }] };
}

/** One side is enough. */
export function reject(
  match: Match,
  { personId, side, isStaff }: Answerer,
  reason: RejectionReason,
  now: Date,
): MatchChange {
  if (!isOpen(match)) throw matchNotOpen(match.status);
  const rejected: Match = {
    ...match,
    version: match.version + 1,
    status: 'rejected',
    decisions: { ...match.decisions, [side]: 'rejected' },
    endReason: reason,
    endedAt: now,
    endedWith: { weight: match.weight, levels: levelsOf(match.reasons) },
  };
  const rejectedBy = isStaff ? 'staff' : side;
  return {
    match: rejected,
    events: [{ type: 'rejected', match: rejected, rejectedBy, reason, at: now, by: personId }],
  };
}
