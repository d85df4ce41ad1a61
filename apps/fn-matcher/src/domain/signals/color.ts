import { colorTerm, commonFamily } from '../traits/terms.ts';
import type { ColorTrait } from '../traits/traits.ts';
import type { Compare } from './evidence.ts';

/** 0 the same, 1 as black from white; null for a colour that is not known. */
export type ColorDistance = (one: string, other: string) => number | null;

/** Two people, two lamps: so far apart they name one colour. */
const LIKE = 0.15;
const NEAR = 0.3;

export function colorSignal(distance: ColorDistance): Compare {
  return (lost, found, { rarity }) => {
    const [one, other] = [lost.colors[0], found.colors[0]];
    if (one === undefined || other === undefined) return null;
    if (one.name === other.name) {
      const bits = rarity.bits(colorTerm(one.name), commonFamily(lost, found));
      return { level: 'same', rarity: bits, words: 'the same main colour' };
    }
    const main = apart(distance, one, other);
    if (main <= LIKE) return { level: 'like', words: 'main colours that are taken for each other' };
    const nearest = nearestOf(distance, lost.colors, found.colors);
    if (nearest <= LIKE) return { level: 'partly', words: 'a colour in common, not the main one' };
    if (Math.min(main, nearest) <= NEAR) return { level: 'near', words: 'colours not far apart' };
    return { level: 'different', words: 'different colours' };
  };
}

function nearestOf(distance: ColorDistance, ours: readonly ColorTrait[], theirs: readonly ColorTrait[]): number {
  let nearest = 1;
  for (const one of ours) for (const other of theirs) nearest = Math.min(nearest, apart(distance, one, other));
  return nearest;
}

function apart(distance: ColorDistance, one: ColorTrait, other: ColorTrait): number {
  return one.name === other.name ? 0 : (distance(one.name, other.name) ?? 1);
}
