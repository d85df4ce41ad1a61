import type { ReadText } from '../text/read-text.ts';
import type { ItemReading } from './item-reading.ts';

const MOST = 3;

/** The author's own first. A maker that the lexicon does not know is a maker all the same. */
export function brandsOf({ brand, text, photos }: ItemReading): string[] {
  return distinct([
    ...(brand.brands.length > 0 ? brand.brands : wholeName(brand)),
    ...text.brands,
    ...(photos.brand.brands.length > 0 ? photos.brand.brands : wholeName(photos.brand)),
    ...photos.writing.brands,
  ]);
}

export function modelsOf({ model, text, photos }: ItemReading): string[] {
  const named = distinct([
    ...(model.models.length > 0 ? model.models : wholeName(model)),
    ...text.models,
    ...(photos.model.models.length > 0 ? photos.model.models : wholeName(photos.model)),
  ]);
  // Who says both "iPhone" and "iPhone 13" says "iPhone 13".
  return named.filter((name) => !named.some((other) => other.startsWith(`${name} `)));
}

export function materialsOf({ material, text, photos }: ItemReading): string[] {
  return distinct([...material.materials, ...text.materials, ...photos.material.materials]);
}

function wholeName({ rest, numbers }: ReadText): string[] {
  const name = [...rest, ...numbers].join(' ');
  return name === '' ? [] : [name];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MOST);
}
