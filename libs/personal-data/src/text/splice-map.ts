import type { PersonalData } from '../personal-data.ts';

/** A text of which parts are replaced, again and again, and where each of them stood at first. */
export class SpliceMap {
  text: string;
  readonly #first: string;
  #found: readonly PersonalData[] = [];

  constructor(text: string) {
    this.text = text;
    this.#first = text;
  }

  get found(): readonly PersonalData[] {
    return this.#found;
  }

  /** @param more Places in the text as it is now, in order, none of them over a placeholder. */
  replace(more: readonly PersonalData[]): void {
    const shifts = this.#shifts();
    let next = 0;
    let shift = 0;
    const moved = more.map(({ kind, start, end }) => {
      for (; (shifts[next]?.from ?? Infinity) <= start; next += 1) shift = shifts[next]?.by ?? 0;
      return { kind, start: start + shift, end: end + shift };
    });
    this.#found = [...this.#found, ...moved].toSorted((a, b) => a.start - b.start);
    this.text = this.#masked();
  }

  /** From each place of the present text on, how far the first text is ahead. */
  #shifts(): Array<{ readonly from: number; readonly by: number }> {
    let by = 0;
    return this.#found.map(({ kind, start, end }) => {
      const from = start - by + placeholder(kind).length;
      by = end - from;
      return { from, by };
    });
  }

  #masked(): string {
    const parts: string[] = [];
    let at = 0;
    for (const { kind, start, end } of this.#found) {
      parts.push(this.#first.slice(at, start), placeholder(kind));
      at = end;
    }
    parts.push(this.#first.slice(at));
    return parts.join('');
  }
}

function placeholder(kind: PersonalData['kind']): string {
  return `[${kind}]`;
}
