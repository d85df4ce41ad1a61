import type { BenchDatabase } from './bench-server.ts';

/** What a row of the benchmark promises, and how it is measured. */
export interface Row {
  readonly name: string;
  /** One sentence for `--help` and for the reader of a result. */
  readonly about: string;
  readonly unit: string;
  readonly peerName: string;
  readonly bound: Bound;
  /** Beside Node. Such a row runs when it is named, and with `--all`. */
  readonly needs?: 'kafka';
  run(options: RunOptions): Promise<Measurement>;
}

/** The promise: about the ratio measured / peer, or about the measured figure alone. */
export interface Bound {
  readonly of: 'ratio' | 'measured';
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface RunOptions {
  /** Fewer and shorter runs, for every change; the promise stays the same. */
  readonly quick: boolean;
  /** How far a figure may miss its promise, as a share: for machines that others use too. Checks have none. */
  readonly slack: number;
  readonly progress: (text: string) => void;
  /** A fresh database on the durable server of this run; dropped when the row is over. */
  readonly database: () => Promise<BenchDatabase>;
  /** What to close when the row is over, also when it broke. */
  readonly closing: AsyncDisposableStack;
}

export interface Measurement {
  readonly measured: number;
  readonly peer: number;
  /** Further promises of the row: each must hold for it to pass. */
  readonly checks: Readonly<Record<string, boolean>>;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface RowResult {
  readonly row: string;
  readonly unit: string;
  /** Null when the row broke before it had a figure. */
  readonly measured: number | null;
  readonly peer: number | null;
  readonly peerName: string;
  readonly ratio: number | null;
  readonly bound: string;
  readonly pass: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

export function judge(row: Row, { measured, peer, checks, details }: Measurement, slack = 0): RowResult {
  const ratio = measured / peer;
  const figure = row.bound.of === 'ratio' ? ratio : measured;
  const { atLeast = -Infinity, atMost = Infinity } = row.bound;
  const finite = [measured, peer].every(Number.isFinite);
  return {
    row: row.name,
    unit: row.unit,
    measured: rounded(measured),
    peer: rounded(peer),
    peerName: row.peerName,
    ratio: rounded(ratio),
    bound: describeBound(row.bound) + (slack === 0 ? '' : ` (with ${slack * 100} % slack)`),
    pass:
      finite &&
      figure >= atLeast * (1 - slack) &&
      figure <= atMost * (1 + slack) &&
      Object.values(checks).every(Boolean),
    details: { checks, ...details },
  };
}

export function broken(row: Row, error: unknown): RowResult {
  return {
    row: row.name,
    unit: row.unit,
    measured: null,
    peer: null,
    peerName: row.peerName,
    ratio: null,
    bound: describeBound(row.bound),
    pass: false,
    details: { broke: error instanceof Error ? error.message : String(error) },
  };
}

function describeBound({ of, atLeast, atMost }: Bound): string {
  const parts = [atLeast === undefined ? '' : `>= ${atLeast}`, atMost === undefined ? '' : `<= ${atMost}`];
  return `${of} ${parts.filter(Boolean).join(' and ')}`;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
