/** Who was erased. */
export interface Erasures {
  /** Noted for ever, after all that is being written of her: from then on nothing of hers is kept. */
  open(personId: string, now: Date): Promise<void>;
  /** Up to `most` records in a transaction of their own. Answers with how many there were. */
  advance(personId: string, now: Date, most: number): Promise<number>;
  /** Those of whom something is there, be it left or come back. */
  unfinished(most: number): Promise<readonly string[]>;
}
