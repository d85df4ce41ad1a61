import { pendingUntil } from './lives.ts';
import type { Assessment, Match } from './match.ts';
import { expire } from './expire.ts';
import type { MatchChange } from './match-events.ts';
import { isMaterial, isNews } from './material.ts';
import type { UpdateCause } from './match-words.ts';

/** What the scorer says of a pair: null below every tier, or no candidate any more. */
export type Verdict = Assessment | null;

export interface Pair {
  readonly id: string;
  readonly lostPostId: string;
  readonly foundPostId: string;
}

export function discover({ id, lostPostId, foundPostId }: Pair, assessment: Assessment, now: Date): MatchChange {
  const match: Match = {
    id,
    version: 1,
    lostPostId,
    foundPostId,
    ...assessment,
    status: 'pending',
    decisions: { lost: 'pending', found: 'pending' },
    confirmedBy: null,
    endReason: null,
    endedWith: null,
    foundAt: now,
    confirmedAt: null,
    endedAt: null,
    expiresAt: pendingUntil(now),
  };
  return { match, events: [{ type: 'found', match, at: now, by: null }] };
}

/** A pair that is known was scored again. */
export function reassess(match: Match, verdict: Verdict, cause: UpdateCause, now: Date): MatchChange {
  switch (match.status) {
    case 'returned':
      return { match, events: [] };
    case 'rejected':
    case 'expired':
      return verdict !== null && mayComeBack(match, verdict) ? comeBack(match, verdict, now) : { match, events: [] };
    case 'pending':
    case 'confirmed':
      return verdict === null ? doubt(match, now) : update(match, verdict, cause, now);
  }
}

/** What ended by itself comes back by itself; what people ended, or did not care for, only for something new. */
function mayComeBack({ endedWith }: Match, verdict: Assessment): boolean {
  return endedWith === null || isMaterial(endedWith, verdict);
}

function comeBack(match: Match, assessment: Assessment, now: Date): MatchChange {
  const again = discover(match, assessment, now).match;
  const reopened: Match = { ...again, version: match.version + 1, foundAt: match.foundAt };
  return { match: reopened, events: [{ type: 'found', match: reopened, at: now, by: null }] };
}

/** What somebody confirmed, no score undoes. */
function doubt(match: Match, now: Date): MatchChange {
  const isSaid = Object.values(match.decisions).includes('confirmed');
  return isSaid ? { match, events: [] } : expire(match, 'evidence_changed', now);
}

function update(match: Match, assessment: Assessment, cause: UpdateCause, now: Date): MatchChange {
  if (!isNews(match, assessment)) return { match: { ...match, ...assessment }, events: [] };
  const { probability: previousProbability, tier: previousTier } = match;
  const updated: Match = { ...match, ...assessment, version: match.version + 1 };
  const event = {
    type: 'updated',
    match: updated,
    previousProbability,
    previousTier,
    cause,
    at: now,
    by: null,
  } as const;
  return { match: updated, events: [event] };
}
