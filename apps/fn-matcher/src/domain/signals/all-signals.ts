import { brand } from './brand.ts';
import { categorySignal, type AreConfusable } from './category.ts';
import { colorSignal, type ColorDistance } from './color.ts';
import type { Signal } from './evidence.ts';
import { marks } from './marks.ts';
import { material } from './material.ts';
import { modelName } from './model-name.ts';
import { photoHash } from './photo-hash.ts';
import { place } from './place.ts';
import { serial } from './serial.ts';
import { sort } from './sort.ts';
import { tags } from './tags.ts';
import { text } from './text.ts';
import { time } from './time.ts';
import { vector } from './vector.ts';
import { writing } from './writing.ts';

/** What is known of the world and not of the two items. */
export interface Knowledge {
  readonly areConfusable: AreConfusable;
  readonly colorDistance: ColorDistance;
}

/** The names by which configuration switches signals off. */
export const SIGNAL_NAMES = [
  'place',
  'time',
  'category',
  'sort',
  'text',
  'brand',
  'model',
  'color',
  'material',
  'marks',
  'serial',
  'vector',
  'tags',
  'writing',
  'photo',
] as const;

export type SignalName = (typeof SIGNAL_NAMES)[number];

export function allSignals({ areConfusable, colorDistance }: Knowledge): Signal[] {
  const compare: Record<SignalName, Signal['compare']> = {
    place,
    time,
    category: categorySignal(areConfusable),
    sort,
    text,
    brand,
    model: modelName,
    color: colorSignal(colorDistance),
    material,
    marks,
    serial,
    vector,
    tags,
    writing,
    photo: photoHash,
  };
  return SIGNAL_NAMES.map((name) => ({ name, compare: compare[name] }));
}
