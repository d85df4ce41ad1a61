import { letterOf, MARKS } from './letters.ts';

/** How a text is written: height of its capitals in pixels, thickness as a part of that height. */
export interface Hand {
  readonly size: number;
  readonly weight?: number;
  readonly slant?: number;
  readonly stretch?: number;
  readonly spacing?: number;
  readonly ink?: string;
}

export interface Written {
  readonly svg: string;
  readonly width: number;
}

const GRID = 7;
const GAP = 1.35;

/** One line of text whose capitals have their upper left corner at this place. */
export function written(text: string, left: number, top: number, hand: Hand): Written {
  const { size, weight = 0.13, slant = 0, stretch = 1, spacing = 0, ink = '#111' } = hand;
  const unit = size / GRID;
  const pieces: string[] = [];
  let x = 0;
  let middle = 0;
  let capital = false;
  for (const sign of text.normalize('NFD')) {
    const mark = MARKS[sign];
    if (mark !== undefined) {
      pieces.push(`<path transform="translate(${middle} ${capital ? -1.9 : 0})" d="${mark}"/>`);
      continue;
    }
    const letter = letterOf(sign);
    pieces.push(`<path transform="translate(${x.toFixed(2)} 0)" d="${letter.path}"/>`);
    middle = x + letter.width / 2;
    capital = sign !== sign.toLowerCase();
    x += letter.width + GAP + weight * 3 + spacing;
  }
  const matrix = `matrix(${unit * stretch} 0 ${-slant * unit} ${unit} ${left + slant * size} ${top})`;
  const pen = `fill="none" stroke="${ink}" stroke-width="${weight * GRID}" stroke-linecap="round" stroke-linejoin="round"`;
  return { svg: `<g transform="${matrix}" ${pen}>${pieces.join('')}</g>`, width: x * unit * stretch };
}

/** Lines under each other, `leading` capitals apart. */
export function paragraph(lines: readonly string[], left: number, top: number, hand: Hand, leading = 1.9): string {
  return lines.map((line, at) => written(line, left, top + at * hand.size * leading, hand).svg).join('');
}
