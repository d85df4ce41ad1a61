import type { LevelModel, MatchModel } from '../../src/domain/scoring/match-model.ts';

/** What was learnt, for people: what speaks most for and most against. */
export function describeModel({ version, prior, signals, calibration }: MatchModel): string {
  return [
    `model ${version}: a candidate without rivals has odds of ${signed(prior.alone)} bits, ${signed(-prior.perDoubling)} with each doubling of the rivals`,
    `probability from ${calibration.slope.toFixed(2)} x weight ${signed(calibration.shift)}`,
    ...Object.entries(signals).flatMap(([name, { trust, levels }]) => [
      `${name} (trusted ${trust.toFixed(2)})`,
      ...Object.entries(levels)
        .toSorted(([, one], [, other]) => bitsOf(other) - bitsOf(one))
        .map(
          ([level, learnt]) =>
            `  ${level.padEnd(18)}${signed(trust * bitsOf(learnt) + (learnt.nudge ?? 0)).padStart(7)} bits  ${chances(learnt)}`,
        ),
    ]),
  ].join('\n');
}

function chances({ m, u }: LevelModel): string {
  return `in ${percent(m)} of true pairs, ${percent(u)} of others`;
}

function bitsOf({ m, u }: LevelModel): number {
  return Math.log2(m / u);
}

function percent(share: number): string {
  return `${(100 * share).toPrecision(2)} %`;
}

function signed(bits: number): string {
  return `${bits < 0 ? '' : '+'}${bits.toFixed(2)}`;
}
