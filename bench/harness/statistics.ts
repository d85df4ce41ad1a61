export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Linear interpolation between the two nearest ranks. */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new RangeError('no values to take a percentile of');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? below;
  return below + (above - below) * (rank - Math.floor(rank));
}

/**
 * Runs both sides in turn, A B A B …, so that a machine whose speed drifts treats them alike, after one uncounted
 * warm-up of each. Returns the median of each side and of the ratios pair by pair.
 */
export async function inTurn(
  runs: number,
  a: () => Promise<number> | number,
  b: () => Promise<number> | number,
): Promise<{ a: number; b: number; ratios: number[]; as: number[]; bs: number[] }> {
  await a();
  await b();
  const as: number[] = [];
  const bs: number[] = [];
  for (let run = 0; run < runs; run++) {
    as.push(await a());
    bs.push(await b());
  }
  const ratios = as.map((value, run) => value / (bs[run] ?? Number.NaN));
  return { a: median(as), b: median(bs), ratios, as, bs };
}

/** How many per second since then. */
export function rate(count: number, since: number): number {
  return (count * 1000) / (performance.now() - since);
}
