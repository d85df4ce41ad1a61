import type { Block } from './block.ts';
import { type CategoryTable, groupOf } from './categories.ts';
import { coverOf, type Cover } from './cells.ts';
import { REACH_CLASSES, TRAVEL_METERS } from './reach.ts';
import { type TimeWindow, timeWindow } from './time-window.ts';

/** Where the database looks for candidates: what it finds there is measured exactly after. */
export interface AreaSearch extends Cover, TimeWindow {
  /** Among posts that reach so far, or among those that travel, or among all. */
  readonly among: number | 'travelling' | 'all';
  readonly categories: readonly string[];
  readonly groups: readonly string[];
  /** Not further away than this, or than both reach together. */
  readonly withinMeters: number | 'reach';
}

/** Together they hold everything that `areCandidates` says yes to. */
export function areaSearches(block: Block, table: CategoryTable): readonly AreaSearch[] {
  const compatible = table.all(block.categories, 'areCompatible');
  const near = REACH_CLASSES.map((most, among) => ({
    among,
    ...coverOf(block, block.reachMeters + most),
    ...timeWindow(block, false),
    categories: compatible,
    groups: groupsOf(compatible),
    withinMeters: 'reach' as const,
  }));
  const confusable = table.all(block.categories, 'areConfusable');
  const far = {
    among: block.travels ? ('all' as const) : ('travelling' as const),
    ...coverOf(block, TRAVEL_METERS),
    ...timeWindow(block, true),
    categories: confusable,
    groups: groupsOf(confusable),
    withinMeters: TRAVEL_METERS,
  };
  return [...near, far];
}

function groupsOf(categories: readonly string[]): readonly string[] {
  return [...new Set(categories.map(groupOf))];
}
