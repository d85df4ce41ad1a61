import type { Block } from './block.ts';

const DAY_MS = 86_400_000;
/** Clocks and memories that are wrong: who lost something often notices on the day after. */
const SLACK_MS = 2 * DAY_MS;
/** Found so long after it was lost, it is another thing, or was found by somebody else before. */
const NEAR_GAP_MS = 60 * DAY_MS;
const FAR_GAP_MS = 21 * DAY_MS;

/** What the other post's time must touch to be compared at all. */
export interface TimeWindow {
  /** Its end is not before this. */
  readonly endsFrom: number;
  /** Its beginning is not after this. */
  readonly beginsTo: number;
}

export function timeWindow({ kind, from, to }: Block, isFar: boolean): TimeWindow {
  const gap = isFar ? FAR_GAP_MS : NEAR_GAP_MS;
  return kind === 'lost'
    ? { endsFrom: from - SLACK_MS, beginsTo: to + gap }
    : { endsFrom: from - gap, beginsTo: to + SLACK_MS };
}

export function isInTime(one: Block, other: Block, isFar: boolean): boolean {
  const { endsFrom, beginsTo } = timeWindow(one, isFar);
  return other.to >= endsFrom && other.from <= beginsTo;
}
