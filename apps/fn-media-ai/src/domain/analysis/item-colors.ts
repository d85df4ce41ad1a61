import type { ItemColor } from './analysis.ts';
import type { SeenPhoto } from './seen-photo.ts';
import { rounded } from './confidence.ts';

const MOST = 5;

/** The colors of the item over all photos that show any; a model that names one makes it weigh up to twice as much. */
export function itemColors(photos: readonly SeenPhoto[]): ItemColor[] {
  const weights = new Map<string, { weight: number; hex: string; hexShare: number }>();
  for (const { reading, sight } of photos) {
    for (const { name, share, hex } of reading.colors) {
      const named = sight?.finding.colors.find(({ value }) => value.toLowerCase() === name)?.confidence ?? 0;
      const held = weights.get(name) ?? { weight: 0, hex, hexShare: -1 };
      const isLarger = share > held.hexShare || (share === held.hexShare && hex < held.hex);
      const shown = isLarger ? { hex, hexShare: share } : { hex: held.hex, hexShare: held.hexShare };
      weights.set(name, { weight: held.weight + share * (1 + named), ...shown });
    }
  }
  const total = [...weights.values()].reduce((sum, { weight }) => sum + weight, 0);
  const coverage = total === 0 ? 0 : Math.min(1, coverageOf(photos)) / total;
  return [...weights]
    .map(([name, { weight, hex }]) => ({ name, share: rounded(weight * coverage), hex }))
    .toSorted((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
    .slice(0, MOST);
}

/** How much of the item its colors are, as the photo says that shows most of them. */
function coverageOf(photos: readonly SeenPhoto[]): number {
  return Math.max(0, ...photos.map(({ reading }) => reading.colors.reduce((sum, { share }) => sum + share, 0)));
}
