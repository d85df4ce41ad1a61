import type { Span } from './find-names.ts';
import type { Speech } from './lexicon.ts';
import type { Word } from './words.ts';

export interface MeasureFound extends Span {
  readonly value: string;
  /** Of clothes and shoes: `size:42`, `size:m`. */
  readonly size: string | null;
}

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mm: 'mm',
    millimeter: 'mm',
    cm: 'cm',
    zentimeter: 'cm',
    centimetros: 'cm',
    centimetres: 'cm',
    centimeters: 'cm',
    inch: 'in',
    inches: 'in',
    '"': 'in',
    zoll: 'in',
    pulgadas: 'in',
    pouces: 'in',
    polegadas: 'in',
    pouce: 'in',
    gb: 'gb',
    go: 'gb',
    tb: 'tb',
    ml: 'ml',
    l: 'l',
    liter: 'l',
    litre: 'l',
    litres: 'l',
    liters: 'l',
    litros: 'l',
    kg: 'kg',
    kilo: 'kg',
    kilos: 'kg',
    g: 'g',
    mah: 'mah',
    watt: 'w',
    watts: 'w',
    w: 'w',
  }),
);
const WITH_UNIT = /^(\d+(?:\.\d+)?)(mm|cm|in|gb|go|tb|ml|l|kg|g|mah|w|"|zoll)$/;
const SIDES = /^\d{1,4}(?:x\d{1,4}){1,2}(?:cm|mm)?$/;
const LETTER_SIZE = /^(?:xx?s|x{1,4}l|[2-5]xl)$/;
const AFTER_SIZE = /^(?:\d{1,3}(?:\.5)?|x{0,4}[sl]|m|p{1,2}|g{1,3}|eg|[2-5]xl|(?:eu|us|uk)?\d{1,2})$/;

/** Sizes, lengths, amounts: `13"`, `55 x 40 x 20`, `talla 42`. */
export function findMeasures(words: readonly Word[], speech: Speech): MeasureFound[] {
  const found: MeasureFound[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const measure = sizeAt(words, from, speech) ?? sidesAt(words, from) ?? amountAt(words, from);
    if (measure === null) continue;
    found.push(measure);
    from = measure.to - 1;
  }
  return found;
}

function sizeAt(words: readonly Word[], from: number, { size }: Speech): MeasureFound | null {
  const form = words[from]?.form ?? '';
  if (LETTER_SIZE.test(form)) return { from, to: from + 1, value: form, size: `size:${form}` };
  if (!size.has(form)) return null;
  const next = decimal(words[from + 1]?.form ?? '');
  return AFTER_SIZE.test(next) ? { from, to: from + 2, value: next, size: `size:${next}` } : null;
}

function sidesAt(words: readonly Word[], from: number): MeasureFound | null {
  const form = words[from]?.form ?? '';
  if (SIDES.test(form)) return { from, to: from + 1, value: form.replace(/[cm]m$/, ''), size: null };
  const sides: string[] = [];
  let to = from;
  while (/^\d{1,4}$/.test(words[to]?.form ?? '')) {
    sides.push(words[to]?.form ?? '');
    if (words[to + 1]?.form !== 'x') break;
    to += 2;
  }
  return sides.length < 2 ? null : { from, to: to + 1, value: sides.join('x'), size: null };
}

function amountAt(words: readonly Word[], from: number): MeasureFound | null {
  const form = decimal(words[from]?.form ?? '');
  const [, amount, glued] = WITH_UNIT.exec(form) ?? [];
  if (amount !== undefined && glued !== undefined) {
    return { from, to: from + 1, value: `${amount}${UNITS.get(glued) ?? glued}`, size: null };
  }
  const next = words[from + 1];
  const unit = next === undefined || next.apart ? undefined : UNITS.get(next.form);
  if (unit === undefined || !/^\d+(?:\.\d+)?$/.test(form)) return null;
  return { from, to: from + 2, value: `${form}${unit}`, size: null };
}

export function decimal(form: string): string {
  return form.replace(/^(\d+),(\d{1,2})(?=\D|$)/, '$1.$2');
}
