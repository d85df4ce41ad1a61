import type { Assessment, EndEvidence, Match, MatchReason } from './match.ts';

/** So much more must speak for a pair than when it ended. */
const MORE_BITS = 3;
/** A smaller step is kept and not told. */
const TOLD_STEP = 0.05;

/** What these say is not about the pair. */
const OF_OTHERS = new Set(['prior', 'contention']);

export function levelsOf(reasons: readonly MatchReason[]): Readonly<Record<string, string>> {
  return Object.fromEntries(reasons.flatMap(({ signal, level }) => (OF_OTHERS.has(signal) ? [] : [[signal, level]])));
}

/** A pair that somebody rejected, or that nobody answered, comes back only for something new that weighs. */
export function isMaterial(before: EndEvidence, now: Pick<Assessment, 'weight' | 'reasons'>): boolean {
  const levels = levelsOf(now.reasons);
  const signals = new Set([...Object.keys(before.levels), ...Object.keys(levels)]);
  const isOther = [...signals].some((signal) => before.levels[signal] !== levels[signal]);
  return isOther && now.weight >= before.weight + MORE_BITS;
}

/** Worth telling those who were told of it before. */
export function isNews(before: Match, now: Assessment): boolean {
  const signalsOf = ({ reasons }: Assessment) =>
    reasons
      .map(({ signal }) => signal)
      .toSorted()
      .join();
  return (
    before.tier !== now.tier ||
    Math.abs(before.probability - now.probability) >= TOLD_STEP ||
    signalsOf(before) !== signalsOf(now)
  );
}
