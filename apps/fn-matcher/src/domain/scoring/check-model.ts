import type { LevelModel, MatchModel, SignalModel } from './match-model.ts';

/** A model file that would score nonsense is refused when it is read, with what is wrong about it. */
export function checkedModel(model: MatchModel): MatchModel {
  const problem = problemOf(model);
  if (problem !== null) throw new TypeError(`match model ${model.version ?? '?'}: ${problem}`);
  return model;
}

function problemOf({ version, prior, background, calibration, signals }: Partial<MatchModel>): string | null {
  if (typeof version !== 'string' || version === '') return 'it has no version';
  if (!allFinite(prior?.alone, prior?.perDoubling)) return 'prior needs the numbers alone and perDoubling';
  if (!allFinite(calibration?.slope, calibration?.shift)) return 'calibration needs the numbers slope and shift';
  if ((calibration?.slope ?? 0) <= 0) return 'calibration.slope must be above 0: more weight is never less likely';
  if (!allFinite(background?.posts, background?.otherwise)) return 'background needs the numbers posts and otherwise';
  if (signals === undefined) return 'it has no signals';
  for (const [name, signal] of Object.entries(signals)) {
    const problem = signalProblem(signal);
    if (problem !== null) return `signals.${name}: ${problem}`;
  }
  return null;
}

function signalProblem({ trust, levels }: SignalModel): string | null {
  if (!allFinite(trust) || trust < 0) return 'trust must be a number from 0';
  const bad = Object.entries(levels ?? {}).find(([, level]) => !isChance(level));
  return bad === undefined ? null : `m and u of level ${bad[0]} must be chances above 0`;
}

function isChance({ m, u }: LevelModel): boolean {
  return allFinite(m, u) && m > 0 && m <= 1 && u > 0 && u <= 1;
}

function allFinite(...values: readonly unknown[]): boolean {
  return values.every((value) => Number.isFinite(value));
}
