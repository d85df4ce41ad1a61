import type { ReadText } from '../text/read-text.ts';
import type { ItemReading } from './item-reading.ts';
import type { ColorTrait } from './traits.ts';

const MOST = 4;

/** The author's own first, then what the text says, then what the photos show. */
export function colorsOf({ colors, text, photos }: ItemReading): ColorTrait[] {
  const said = [...named(colors), ...text.colors];
  const all = [
    ...said.map((name) => ({ name, said: true })),
    ...named(photos.colors).map((name) => ({ name, said: false })),
  ];
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at).slice(0, MOST);
}

function named(readings: readonly ReadText[]): string[] {
  return readings.flatMap(({ colors }) => colors.slice(0, 1));
}
