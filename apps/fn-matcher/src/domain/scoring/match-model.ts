import type { Background } from './rarity.ts';

/** Everything that was learnt, as it stands in models/<version>.json. */
export interface MatchModel {
  readonly version: string;
  /** How it was made: method, data, seed. */
  readonly trained: Readonly<Record<string, string | number>>;
  readonly prior: PriorModel;
  readonly background: Background;
  readonly signals: Readonly<Record<string, SignalModel>>;
  readonly calibration: Calibration;
}

/** The odds that a candidate is the one, before anything is compared. */
export interface PriorModel {
  /** log2 of the odds where the lost item has no rival. */
  readonly alone: number;
  /** Bits taken for each doubling of the rivals. */
  readonly perDoubling: number;
}

export interface SignalModel {
  /** 1 = independent of the others; less where others say the same again. */
  readonly trust: number;
  readonly levels: Readonly<Record<string, LevelModel>>;
}

export interface LevelModel {
  /** Chance of the level among pairs that are one item. */
  readonly m: number;
  /** Among candidates that are not. */
  readonly u: number;
  /** The usual rarity, in bits, of what pairs at this level share: rarer than that weighs more, commoner less. */
  readonly rarity?: number;
}

/** probability = 1 / (1 + 2^-(slope × weight + shift)). */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}
