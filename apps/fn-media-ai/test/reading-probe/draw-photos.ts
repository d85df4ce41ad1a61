import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAKERS } from '../rendered/cards.ts';
import { chance } from '../rendered/chance.ts';
import { label } from '../rendered/labels.ts';
import { type Drawing, photograph } from '../rendered/photograph.ts';
import { textless, TEXTLESS } from '../rendered/textless.ts';

/** Twelve megapixels, as phones take them. */
const WIDTH = 4_000;
const MOST_OF_A_KIND = 6;

/** Those of the folder; when it is empty, they are drawn into it. */
export async function photosIn(folder: string): Promise<Buffer[]> {
  if (readdirSync(folder).length === 0) {
    for (const [n, photo] of (await drawPhotos()).entries()) {
      writeFileSync(join(folder, `${String(n).padStart(2, '0')}.jpg`), photo);
    }
  }
  const names = readdirSync(folder).sort();
  return names.map((name) => readFileSync(join(folder, name)));
}

/** Cards and papers, labels, and things without a letter that look as if they had some. */
async function drawPhotos(): Promise<Buffer[]> {
  const cards = Object.values(MAKERS).slice(0, MOST_OF_A_KIND);
  const labels = Array.from({ length: MOST_OF_A_KIND }, (_, n) => label(chance(100 + n), { size: 30 + 3 * n }).drawing);
  const others = Object.keys(TEXTLESS).slice(0, MOST_OF_A_KIND);
  const drawings: Drawing[] = [
    ...cards.map((make, n) => make(chance(n + 1)).drawing),
    ...labels,
    ...others.map((name, n) => textless(name, chance(200 + n))),
  ];
  const photos: Buffer[] = [];
  for (const [n, drawing] of drawings.entries()) {
    photos.push(
      await photograph(drawing, { noise: 4, degrees: (n % 5) - 2, light: 0.8 + (n % 4) / 10, seed: n }, WIDTH),
    );
  }
  return photos;
}
