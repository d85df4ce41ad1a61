import type { Redaction, Region } from '../photo/region.ts';

const RANKS = { none: 0, regions: 1, whole: 2 } as const;

/** Whether something is covered now that could be seen before. */
export function coversMore(now: Redaction, before: Redaction): boolean {
  if (now.kind !== 'regions' || before.kind !== 'regions') return RANKS[now.kind] > RANKS[before.kind];
  return now.regions.some((region) => !before.regions.some((other) => isWithin(region, other)));
}

function isWithin(inner: Region, outer: Region): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}
