import type { Item } from '../../src/domain/item/item.ts';
import { chanceOf } from './held-out.ts';

const HOUR_MS = 3_600_000;
const MEAN_HOURS = 60;

/**
 * Houses differ in nothing as much as in how soon things are found, or said to be. So large a part of what was found is
 * learnt from as if it had been found later, so that the model does not take the haste of one house for a law.
 */
export function foundLater(item: Item, share: number): Item {
  if (item.kind === 'lost' || chanceOf(`late ${item.id}`) >= share) return item;
  const hours = -MEAN_HOURS * Math.log(1 - chanceOf(`hours ${item.id}`));
  const later = (time: number) => time + Math.round(hours) * HOUR_MS;
  const { occurredFrom, occurredTo, reportedAt } = item;
  return { ...item, occurredFrom: later(occurredFrom), occurredTo: later(occurredTo), reportedAt: later(reportedAt) };
}
