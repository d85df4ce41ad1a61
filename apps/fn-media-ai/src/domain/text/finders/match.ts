/** Something in a text that has a meaning, from `start` to before `end`. */
export interface Match {
  readonly kind: string;
  /** In the one spelling that is compared. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type Finder = (text: string) => readonly Match[];

/** A finder made of one expression: `value` says what its finding is, or that it is none. */
export function finder(kind: string, expression: RegExp, value: (found: RegExpMatchArray) => string | null): Finder {
  return (text) =>
    [...text.matchAll(expression)].flatMap((found) => {
      const spelt = value(found);
      return spelt === null ? [] : [{ kind, value: spelt, start: found.index, end: found.index + found[0].length }];
    });
}

export function overlaps(one: Pick<Match, 'start' | 'end'>, other: Pick<Match, 'start' | 'end'>): boolean {
  return one.start < other.end && other.start < one.end;
}
