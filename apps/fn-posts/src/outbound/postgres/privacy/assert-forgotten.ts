/** Who a row named, and whom it names now. */
export type Naming = readonly [before: string | null, after: string | null];

/** A batch that leaves all of its rows as they were would be found again for ever. */
export function assertForgotten(what: string, namings: readonly Naming[]): void {
  if (namings.length === 0 || namings.some(([before, after]) => before !== after)) return;
  throw new Error(`An erasure found ${what} that name somebody and changed none of them: nothing was kept of it.`);
}
