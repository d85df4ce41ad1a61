/** What one consumer saw: each key's numbers must come as 1, 2, 3 … A repeat is a duplicate, never an inversion. */
export class OrderLedger {
  readonly #highest = new Map<string, number>();
  #distinct = 0;
  #duplicates = 0;
  #inversions = 0;

  see(key: string, number: number): void {
    const highest = this.#highest.get(key) ?? 0;
    if (number <= highest) {
      this.#duplicates += 1;
      return;
    }
    // A gap is an inversion at once: what is missing can only come too late, or never.
    if (number > highest + 1) this.#inversions += 1;
    this.#highest.set(key, number);
    this.#distinct += 1;
  }

  /** Events that came for the first time and in their place or after a gap. */
  get distinct(): number {
    return this.#distinct;
  }

  get duplicates(): number {
    return this.#duplicates;
  }

  get inversions(): number {
    return this.#inversions;
  }

  highestOf(key: string): number {
    return this.#highest.get(key) ?? 0;
  }
}
