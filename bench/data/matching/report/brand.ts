import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { Split } from '../post.ts';
import { misspell } from '../text/typos.ts';
import { brandFor, type Item } from '../world/item.ts';

export type BrandNoise = 'right' | 'missing' | 'wrong' | 'misspelt' | 'none';

export interface SaidBrand {
  readonly noise: BrandNoise;
  readonly brand: string | undefined;
  readonly model: string | undefined;
}

export function sayBrand({ brand, model, type }: Item, modelShare: number, split: Split, chance: Chance): SaidBrand {
  if (brand === undefined) return { noise: 'none', brand: undefined, model: undefined };
  const kind = chance.next();
  if (kind < NOISE.brandMissing) return { noise: 'missing', brand: undefined, model: undefined };
  if (kind < NOISE.brandMissing + NOISE.brandWrong) {
    return { noise: 'wrong', brand: otherBrand(brand, type, split, chance), model: undefined };
  }
  const saidModel = chance.happens(modelShare) ? model : undefined;
  const isMisspelt = kind < NOISE.brandMissing + NOISE.brandWrong + NOISE.brandMisspelt && brand.length > 3;
  if (isMisspelt) return { noise: 'misspelt', brand: misspell(brand, chance), model: saidModel };
  return { noise: 'right', brand: chance.happens(0.15) ? brand.toLowerCase() : brand, model: saidModel };
}

function otherBrand(brand: string, type: Item['type'], split: Split, chance: Chance): string | undefined {
  for (let tried = 0; tried < 20; tried += 1) {
    const other = brandFor(type, split, chance)?.name.replaceAll('*', '');
    if (other !== undefined && other !== brand) return other;
  }
  return undefined;
}
