import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { ItemType } from '../text/lexis.ts';

export type CategoryNoise = 'right' | 'confused' | 'far';

export function sayCategory(type: ItemType, chance: Chance): { noise: CategoryNoise; category: string } {
  const kind = chance.next();
  if (kind < NOISE.categoryFar) return { noise: 'far', category: chance.pick(type.otherFamily) };
  if (kind >= NOISE.categoryFar + NOISE.categoryConfused) return { noise: 'right', category: type.category };
  return { noise: 'confused', category: chance.pick(type.confusedWith) };
}
