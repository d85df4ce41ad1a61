import type { Background } from './rarity.ts';

/** Everything that was learnt, as it stands in models/<version>.json. */
export interface MatchModel {
  readonly version: string;
  /** How it was made: method, data, seed. */
  readonly trained: Readonly<Record<string, string | number>>;
  readonly prior: PriorModel;
  readonly background: Background;
  readonly signals: Readonly<Record<string, SignalModel>>;
  /** Of a pair that is looked at alone. */
  readonly calibration: Calibration;
  /** Of a pair beside all others that one of the two may belong to. */
  readonly contention: Contention;
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
  /** Bits that labels add, because signals come together in other ways than each for itself. */
  readonly nudge?: number;
}

/** probability = 1 / (1 + 2^-(slope × weight + shift)). */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export interface Contention extends Calibration {
  /** Bits taken for each doubling of the odds that the lost item is another found one … */
  readonly ofLost: number;
  /** … and that the found item is another lost one. */
  readonly ofFound: number;
}
