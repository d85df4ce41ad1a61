import type { Scored } from '../data/candidate.ts';

const BINS = 15;
const TOP = 5;
const LEAST = 0.05;

export interface Calibration {
  readonly error: number;
  /** The middle nine tenths over posts drawn again. What is drawn again errs a little more, so it lies a little high. */
  readonly interval: readonly [number, number];
  readonly candidates: number;
}

/**
 * How far probabilities are from what comes true, where it matters: of each lost post its five likeliest candidates,
 * without the hopeless ones, which would flatter any scorer.
 */
export function calibrationOf(scored: readonly Scored[], random: () => number, resamples = 200): Calibration {
  const perPost = [...Map.groupBy(scored, ({ lostId }) => lostId).values()]
    .map((candidates) =>
      candidates
        .filter(({ score }) => score >= LEAST)
        .toSorted((a, b) => b.score - a.score)
        .slice(0, TOP),
    )
    .filter(({ length }) => length > 0);
  const errors = Array.from({ length: resamples }, () =>
    expectedError(perPost.flatMap(() => perPost[Math.floor(random() * perPost.length)] ?? [])),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => errors[Math.floor(share * (errors.length - 1))] ?? 0;
  const all = perPost.flat();
  return { error: expectedError(all), interval: [at(0.05), at(0.95)], candidates: all.length };
}

/** Mean distance of said and seen over bins that hold equally many. */
export function expectedError(scored: readonly Scored[], bins = BINS): number {
  const ordered = scored.toSorted((a, b) => a.score - b.score);
  let sum = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const inBin = ordered.slice(
      Math.floor((bin * ordered.length) / bins),
      Math.floor(((bin + 1) * ordered.length) / bins),
    );
    const off = inBin.reduce((total, { score, isTrue }) => total + score - (isTrue ? 1 : 0), 0);
    sum += Math.abs(off);
  }
  return ordered.length === 0 ? 0 : sum / ordered.length;
}
