import { distanceMeters } from '../signals/distance.ts';
import type { Block } from './block.ts';
import type { CategoryTable } from './categories.ts';
import { TRAVEL_METERS } from './reach.ts';
import { isInTime } from './time-window.ts';

/** What the search must find: whether two posts are compared. The same from both sides. */
export function areCandidates(one: Block, other: Block, table: CategoryTable): boolean {
  if (one.kind === other.kind) return false;
  const meters = distanceMeters(one, other);
  const some = (fits: CategoryTable['areCompatible']) =>
    one.categories.some((category) => other.categories.some((each) => fits(category, each)));
  if (meters <= one.reachMeters + other.reachMeters) return isInTime(one, other, false) && some(table.areCompatible);
  if (meters > TRAVEL_METERS || !(one.travels || other.travels)) return false;
  return isInTime(one, other, true) && some(table.areConfusable);
}
