import { isOpen, type Match } from './match.ts';
import type { MatchChange } from './match-events.ts';
import { levelsOf } from './material.ts';
import type { ExpiryReason } from './match-words.ts';

/** Only one that is open can lapse; any other is left as it is. */
export function expire(match: Match, reason: ExpiryReason, now: Date): MatchChange {
  if (!isOpen(match)) return { match, events: [] };
  const endedWith = reason === 'time' ? { weight: match.weight, levels: levelsOf(match.reasons) } : null;
  const version = match.version + 1;
  const expired: Match = { ...match, version, status: 'expired', endReason: reason, endedAt: now, endedWith };
  const { status: previousStatus } = match;
  return { match: expired, events: [{ type: 'expired', match: expired, previousStatus, reason, at: now, by: null }] };
}
