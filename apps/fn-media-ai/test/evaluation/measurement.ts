/** One figure of how well photos are read, and what it must at least (or at most) be. */
export interface Measurement {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** How many cases it was taken from. */
  readonly cases: number;
  readonly missed?: readonly string[];
}

export type Evaluation = (seed: number, size: number) => Promise<readonly Measurement[]>;

export function holds({ value, atLeast = -Infinity, atMost = Infinity, cases }: Measurement): boolean {
  return cases > 0 && value >= atLeast && value <= atMost;
}

export function share(hits: number, cases: number): number {
  return Math.round((hits / Math.max(1, cases)) * 1_000) / 1_000;
}

/** For people. */
export function lineFor(row: Measurement): string {
  const bound = row.atLeast === undefined ? `at most ${row.atMost}` : `at least ${row.atLeast}`;
  const verdict = holds(row) ? 'ok  ' : 'MISS';
  return `${verdict} ${row.name.padEnd(28)} ${row.value} ${row.unit} of ${row.cases} (${bound})${holds(row) ? '' : ` ${row.missed?.join(', ') ?? ''}`}`;
}
