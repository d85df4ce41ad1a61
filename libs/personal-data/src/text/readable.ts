import type { Span } from '../personal-data.ts';

/** A text as a person reads it, and where in the original each part of it stands. */
export interface Readable {
  readonly text: string;
  original(span: Span): Span;
}

const DISGUISED = /[^\x20-\x7e\n]|%[0-9a-f]{2}|&(?:#|commat|period|plus)/i;
const PIECE =
  /(?<same>[^%&\x80-\u{10ffff}]+)|%(?<percent>[2-7][0-9a-f])|&#x(?<hex>[2-7][0-9a-f]);|&#(?<decimal>\d{2,3});|&(?<name>commat|period|plus);|(?<invisible>[\p{Cf}\p{M}]+)|(?<foreign>[\x80-\u{10ffff}])|[\s\S]/giu;
const NAMED: Readonly<Record<string, string>> = { commat: '@', period: '.', plus: '+' };

/** Undoes what hides a character and not its meaning: full width, no width, percent signs, entities. */
export function readable(text: string): Readable {
  if (!DISGUISED.test(text)) return { text, original: (span) => span };
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  for (const { 0: piece, index, groups = {} } of text.matchAll(PIECE)) {
    const shown = groups['same'] ?? meaningOf(piece, groups);
    const verbatim = groups['same'] !== undefined;
    plain += shown;
    for (let unit = 0; unit < shown.length; unit += 1) {
      starts.push(verbatim ? index + unit : index);
      ends.push(verbatim ? index + unit + 1 : index + piece.length);
    }
  }
  return {
    text: plain,
    original: ({ start, end }) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length }),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function meaningOf(piece: string, { percent, hex, decimal, name, invisible, foreign }: Groups): string {
  const code = percent ?? hex;
  if (code !== undefined) return printable(Number.parseInt(code, 16)) ?? piece;
  if (decimal !== undefined) return printable(Number(decimal)) ?? piece;
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? piece;
  if (invisible !== undefined) return '';
  return foreign === undefined ? piece : plainForm(foreign);
}

function printable(code: number): string | undefined {
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : undefined;
}

function plainForm(sign: string): string {
  if (/\p{Zs}/u.test(sign)) return ' ';
  if (/\p{Pd}|\u2212/u.test(sign)) return '-';
  const simple = sign.normalize('NFKC');
  if (/^[\x21-\x7e]$/.test(simple)) return simple;
  return /\p{Nd}/u.test(sign) ? String(digitValue(sign)) : sign;
}

/** Digits of every script stand in blocks of ten that begin with their zero. */
function digitValue(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
