import { folded } from './folded.ts';

/** A word as it stands in a text. */
export interface Word {
  readonly form: string;
  /** A capital where none is due: not the first word of a sentence. */
  readonly capital: boolean;
  /** A comma or the like stands before it. */
  readonly apart: boolean;
  /** A full stop or the like stands before it, or nothing. */
  readonly begins: boolean;
}

/** Longer posts say nothing more about the item, and nobody may make the matcher read a book. */
const MOST_CHARACTERS = 6_000;
const MOST_WORDS = 800;
const LONGEST_WORD = 40;

const PLAIN = /^[\n -~]*$/;
const SIMPLE = /^\p{L}+$/u;
const TOKEN =
  /\d+(?:[.,:]\d+)+(?:[a-z]+|["”″])?|[\p{L}\p{M}\p{N}]+(?:[&'’´`-][\p{L}\p{M}\p{N}]+)*(?:(?<=(?<!\d)\d{1,2})["”″])?/giu;
const SENTENCE = /[.!?;:\n•|]/;
const APART = /[,()[\]{}/"„“”«»–—]/;
/** Without their accents they would be other words of their language. */
const HOMOGRAPHS: Readonly<Record<string, string>> = { lã: 'lan', lãs: 'lan' };
/** `l'étui`, `d'occasion`, `qu'il` lead a word; `'s` trails one. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu)['’´`]/i;
const POSSESSIVE = /['’´`]s?$/i;

export function wordsOf(text: string): Word[] {
  const start = text.slice(0, MOST_CHARACTERS);
  const written = PLAIN.test(start) ? start : start.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  const words: Word[] = [];
  let end = 0;
  for (const { 0: token, index } of written.matchAll(TOKEN)) {
    if (words.length >= MOST_WORDS) break;
    const between = written.slice(end, index);
    const begins = end === 0 || SENTENCE.test(between);
    end = index + token.length;
    const capital = !begins && /^\p{Lu}/u.test(token);
    const apart = begins || APART.test(between);
    const [first, ...others] = partsOf(token);
    if (first !== undefined) words.push({ form: first, capital, apart, begins });
    for (const form of others) words.push({ form, capital: false, apart: false, begins: false });
  }
  return words;
}

/** `porte-monnaie` is two words, `wh-1000xm4` is one. */
function partsOf(token: string): string[] {
  const homograph = token.length < 4 ? HOMOGRAPHS[token.toLowerCase()] : undefined;
  if (homograph !== undefined) return [homograph];
  if (SIMPLE.test(token)) return token.length > LONGEST_WORD ? [] : [folded(token)];
  const bare = token.replace(ELIDED, '').replace(POSSESSIVE, '').replace(/[”″]$/, '"');
  const spelled = folded(bare);
  const segments = spelled.split(/['’´`-]/).filter((segment) => segment !== '');
  const parts = segments.length > 1 && isModel(segments) ? [segments.join('')] : segments;
  return parts.filter((part) => part.length <= LONGEST_WORD);
}

/** `wh-1000xm4`; not `mp3-player`, and not the range `18-55mm`. */
function isModel(segments: readonly string[]): boolean {
  const [first = ''] = segments;
  const isShort = segments.every((segment) => hasDigit(segment) || segment.length <= 3);
  return isShort && segments.some(hasDigit) && !/^\d+$/.test(first);
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}
