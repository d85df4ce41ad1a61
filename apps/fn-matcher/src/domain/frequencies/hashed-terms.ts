import type { TermFrequencies } from '../scoring/term-frequencies.ts';
import { hashOfTerm } from './term-hash.ts';

export interface CountedPart {
  readonly hashes: Float64Array;
  readonly counts: Int32Array;
}

const EMPTY = -1;

/** Millions of counts in two arrays: a slot is found by the hash, the next free one by going on from there. */
export class HashedTerms implements TermFrequencies {
  readonly #hashes: Float64Array;
  readonly #counts: Int32Array;
  readonly #mask: number;

  constructor(
    readonly version: number,
    readonly posts: number,
    parts: readonly CountedPart[],
  ) {
    const terms = parts.reduce((sum, { hashes }) => sum + hashes.length, 0);
    const slots = 2 ** Math.ceil(Math.log2(2 * terms + 2));
    this.#mask = slots - 1;
    this.#hashes = new Float64Array(slots).fill(EMPTY);
    this.#counts = new Int32Array(slots);
    for (const { hashes, counts } of parts) {
      for (const [at, hash] of hashes.entries()) {
        const slot = this.#slotOf(hash);
        this.#hashes[slot] = hash;
        this.#counts[slot] = counts[at] ?? 0;
      }
    }
  }

  count(term: string): number {
    return this.#counts[this.#slotOf(hashOfTerm(term))] ?? 0;
  }

  #slotOf(hash: number): number {
    let slot = (hash % 0x1_0000_0000) & this.#mask;
    while (this.#hashes[slot] !== hash && this.#hashes[slot] !== EMPTY) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
