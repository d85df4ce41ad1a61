import type { Chance } from '../chance.ts';
import type { PhotoAnalysis } from '../post.ts';
import { COLOURS, TYPES } from '../text/lexis.ts';
import { misspell } from '../text/typos.ts';
import type { Item } from '../world/item.ts';

const AROUND = [
  'table',
  'floor',
  'indoor',
  'hand',
  'textile',
  'wood',
  'wall',
  'person',
  'plastic',
  'outdoor',
  'pavement',
];
const BACKGROUNDS = ['white', 'brown', 'gray', 'beige', 'black'];

/** What a vision model made of somebody's photo: some of it right, some of it the table below. */
export function analyse(item: Item, chance: Chance): PhotoAnalysis {
  return { tags: tagsOf(item, chance), colors: coloursOf(item, chance), text: writingOn(item, chance) };
}

function tagsOf({ type }: Item, chance: Chance): PhotoAnalysis['tags'] {
  const right = chance.some(type.tags, chance.whole(1, Math.min(3, type.tags.length)));
  const wrong = chance.happens(0.12) ? [chance.pick(chance.pick(TYPES).tags)] : [];
  const around = chance.some(AROUND, chance.whole(0, 2));
  return [
    ...right.map((name) => ({ name, confidence: share(chance, 0.6, 0.99) })),
    ...[...wrong, ...around].map((name) => ({ name, confidence: share(chance, 0.4, 0.8) })),
  ].sort((a, b) => b.confidence - a.confidence);
}

function coloursOf({ colours }: Item, chance: Chance): PhotoAnalysis['colors'] {
  const seen = colours.map((colour) => {
    const neighbours = COLOURS.get(colour)?.neighbours ?? [];
    const looksLike = neighbours.length > 0 && chance.happens(0.2) ? chance.pick(neighbours) : colour;
    return COLOURS.get(looksLike)?.seen ?? looksLike;
  });
  const names = [...new Set([...seen, chance.pick(BACKGROUNDS)])];
  const weights = names.map((_name, index) => chance.between(0.5, 1) / (index + 1));
  const sum = weights.reduce((a, b) => a + b, 0.2);
  return names.map((name, index) => ({ name, share: Math.round(((weights[index] ?? 0) / sum) * 100) / 100 }));
}

function writingOn({ brand, print }: Item, chance: Chance): PhotoAnalysis['text'] {
  const values = [
    ...(brand !== undefined && chance.happens(0.4) ? [brand.toUpperCase()] : []),
    ...(print !== undefined && chance.happens(0.6) ? [print] : []),
    ...(chance.happens(0.1) ? [chance.pick(['MADE IN CHINA', 'OPEN', 'CE', 'EXIT', '100% COTTON'])] : []),
  ];
  return values.map((value) => ({
    value: chance.happens(0.2) ? misspell(value, chance) : value,
    confidence: share(chance, 0.45, 0.97),
  }));
}

function share(chance: Chance, least: number, most: number): number {
  return Math.round(chance.between(least, most) * 100) / 100;
}
