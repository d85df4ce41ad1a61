import { maskPersonalData, personalDataIn } from '@foundnow/personal-data';
import { personalParts } from '../../../domain/text/said-by-model.ts';

/** What begins within the clipped text ends before this is over: two lines of a passport have 88 characters. */
const MARGIN = 100;
/** Before anything else looks at it, so that no text is long enough to be slow. */
const MOST_CHARACTERS = 4_000;

const BLANKS = /[\p{Cc}\p{Z}]+/gu;
/** Direction marks, invisible letters, tag characters, private use, halves of pairs: nobody reads them. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;
const MARKUP = /[<>`|]/g;
const LINK =
  /:\/\/|\bwww\.|@|\b[\p{L}\d-]{2,63}\.(?:com|net|org|info|biz|io|co|app|dev|me|xyz|site|online|shop|link|click|top|ru|cn|[a-z]{2,6}\/)/iu;

export interface PlainText {
  readonly value: string;
  /** Kinds of what leads to a person; never what it was. */
  readonly personal: readonly string[];
}

/**
 * One line that says something and nothing else. A text that leads to a person or out of the house becomes empty:
 * half of such a text is not worth having.
 */
export function plainText(raw: string, mostCharacters: number): PlainText {
  const begin = raw.slice(0, MOST_CHARACTERS);
  const line = begin
    .normalize('NFC')
    .replaceAll(BLANKS, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(MARKUP, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  // Both as it came, for the lines of a passport, and as it will be read.
  const reach = mostCharacters * 2 + MARGIN;
  const seen = line.slice(0, reach);
  const ofPerson = personalParts(seen, (text) => maskPersonalData(text).found).map(({ kind }) => kind);
  const personal = [...new Set([...personalDataIn(begin.slice(0, reach)), ...ofPerson])];
  if (personal.length > 0 || LINK.test(seen)) return { value: '', personal };
  return { value: clip(seen, mostCharacters), personal };
}

/** At the end of a word where there is one, and never within a character. */
function clip(line: string, most: number): string {
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most).join('');
  const space = cut.lastIndexOf(' ');
  return (space > most / 2 ? cut.slice(0, space) : cut).trimEnd();
}
