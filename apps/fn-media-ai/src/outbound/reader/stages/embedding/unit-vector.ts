/** The direction of a vector alone; undefined when it has none. */
export function unitVector(values: Iterable<number>): readonly number[] | undefined {
  const all = [...values];
  const length = Math.hypot(...all);
  return length > 0 && Number.isFinite(length) ? all.map((value) => value / length) : undefined;
}
