export interface Reason {
  readonly signal: string;
  readonly level: string;
  readonly words: string;
  /** Bits for (or, below 0, against). */
  readonly weight: number;
}
