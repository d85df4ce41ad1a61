import type { GreyPixels } from '../../photo/pixels.ts';
import { type Chain, chainsOf } from './chains.ts';
import { directionOf } from './direction.ts';
import { DARK, inkOf, LIGHT } from './ink.ts';
import { type Mark, marksOf } from './marks.ts';
import { noiseOf, smoothed } from './noise.ts';
import { smaller } from './smaller.ts';
import { isWithin, lookThrough, placeIn, turnedView, type View } from './view.ts';

/** Where a line of writing is thought to be; its view holds it level. */
export interface TextLine {
  readonly view: View;
  readonly letterHeight: number;
  readonly letters: number;
  readonly lightOnDark: boolean;
  /** All marks of one width, as stitches and bricks are and letters are not. */
  readonly isEven: boolean;
}

const LEVEL_ENOUGH = 5;
const NOISY = 2.5;
/** Nine pixels to one leave about this part of noise. */
const SMOOTHED = 2.5;
/** With quarters of each edge, letters up to 400 pixels are seen as well as those of 100. */
const LARGE = 4;
/** Spread of widths as a part of their mean; writing has three times as much. */
const EVEN = 0.12;

/** Lines of writing that the strokes of a photo suggest, in the one direction that most of them have. */
export function textLinesIn(photo: GreyPixels): TextLine[] {
  const measured = noiseOf(photo);
  const calm = measured > NOISY ? smoothed(photo) : photo;
  const noise = measured > NOISY ? measured / SMOOTHED : measured;
  const sight = look(calm, noise);
  const degrees = directionOf(sight.flatMap(({ marks }) => marks));
  const close = linesOf(calm, sight, degrees, noise);
  const small = smaller(photo, LARGE);
  const far = linesOf(small, look(small, measured / LARGE), degrees, measured / LARGE)
    .filter(({ letterHeight }) => letterHeight > 18)
    .map((line) => enlarged(line));
  return withoutInner([...close, ...far]);
}

/** The holes of letters make lines too: what lies within a line of more letters goes. */
function withoutInner(lines: readonly TextLine[]): TextLine[] {
  const kept: TextLine[] = [];
  for (const line of lines.toSorted((a, b) => b.letters - a.letters)) {
    if (!kept.some((other) => isWithin(line.view, other.view))) kept.push(line);
  }
  return kept;
}

interface Sight {
  readonly lightOnDark: boolean;
  readonly marks: readonly Mark[];
}

function look(photo: GreyPixels, noise: number): Sight[] {
  const ink = inkOf(photo, noise);
  return [DARK, LIGHT].map((wanted) => ({ lightOnDark: wanted === LIGHT, marks: marksOf(ink, photo, wanted) }));
}

function linesOf(photo: GreyPixels, sight: readonly Sight[], degrees: number, noise: number): TextLine[] {
  const isLevel = Math.abs(degrees) < LEVEL_ENOUGH;
  const whole = turnedView(photo, isLevel ? 0 : degrees);
  const looked = isLevel ? sight : look(lookThrough(photo, whole), noise);
  return looked.flatMap(({ lightOnDark, marks }) =>
    chainsOf(marks).map((chain) => ({
      view: viewOf(chain, whole),
      letterHeight: chain.letterHeight,
      letters: chain.marks.length,
      lightOnDark,
      isEven: isEven(chain.marks),
    })),
  );
}

function isEven(marks: readonly Mark[]): boolean {
  const widths = marks.map(({ left, right }) => right - left);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const spread = Math.sqrt(widths.reduce((sum, width) => sum + (width - mean) ** 2, 0) / widths.length);
  return marks.length >= 8 && spread < mean * EVEN;
}

/** A little wider than the letters, turned by what the line falls or rises itself. */
function viewOf(chain: Chain, whole: View): View {
  const middle = placeIn(whole, (chain.left + chain.right) / 2, (chain.top + chain.bottom) / 2);
  const length = chain.right - chain.left;
  const tallest = Math.max(...chain.marks.map(({ top, bottom }) => bottom - top));
  const margin = chain.letterHeight * 0.45;
  return {
    ...middle,
    degrees: whole.degrees + (Math.atan(chain.slope) * 180) / Math.PI,
    width: length + 2 * margin + chain.letterHeight * 0.4,
    height: tallest + 2 * margin + Math.abs(chain.slope) * chain.letterHeight,
    scale: 1,
  };
}

function enlarged({ view, letterHeight, ...line }: TextLine): TextLine {
  const { x, y, width, height } = view;
  return {
    ...line,
    letterHeight: letterHeight * LARGE,
    view: { ...view, x: x * LARGE, y: y * LARGE, width: width * LARGE, height: height * LARGE },
  };
}
