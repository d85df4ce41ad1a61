export interface Seen {
  readonly key: string;
  readonly version: number;
}

export interface Findings {
  readonly lost: number;
  readonly inverted: number;
  readonly duplicates: number;
}

/** Compares what arrived, in its order, with the version each key has reached. */
export function findings(seen: readonly Seen[], reached: ReadonlyMap<string, number>): Findings {
  const highest = new Map<string, number>();
  const distinct = new Set<string>();
  let inverted = 0;
  for (const { key, version } of seen) {
    const name = `${key}/${version}`;
    if (!distinct.has(name) && version < (highest.get(key) ?? 0)) inverted += 1;
    highest.set(key, Math.max(version, highest.get(key) ?? 0));
    distinct.add(name);
  }
  const expected = [...reached.values()].reduce((sum, version) => sum + version, 0);
  return { lost: expected - distinct.size, inverted, duplicates: seen.length - distinct.size };
}
