import type { Span } from '../personal-data.ts';
import { textBefore } from './written-addresses.ts';

/** Endings that are worth a look when the dot is a word: "at this point it was" is no address in Italy. */
const ENDING = String.raw`(?:com|org|net|info|edu|gov|eu|de|fr|es|pt|br|mx|ar|co|uk|io|ch|nl|pl|app|dev|email|online)`;
const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,40}`;
const OPEN = String.raw`\s{0,2}[([{<]\s{0,2}`;
const SHUT = String.raw`\s{0,2}[)\]}>]\s{0,2}`;
const DOT_WORD = '(?:dot|punkt|punto|ponto|point)';
const ANY_DOT = String.raw`(?:\s?\.\s?|${OPEN}(?:${DOT_WORD}|\.)${SHUT}|\s{1,3}${DOT_WORD}\s{1,3})`;
const SPOKEN_DOT = String.raw`(?:${OPEN}(?:${DOT_WORD}|\.)${SHUT}|\s{1,3}${DOT_WORD}\s{1,3})`;
const domain = (dot: string): string => String.raw`${LABEL}(?:${dot}${LABEL}){0,3}${dot}${ENDING}(?![\p{L}\p{N}])`;

const FORMS = [
  // name [at] example.org, name (arroba) example dot org
  `${OPEN}(?:at|@|ät|a|arroba|arobase|klammeraffe)${SHUT}${domain(ANY_DOT)}`,
  // maria arroba example.org: the word has no other use
  String.raw`\s{1,3}(?:arroba|arobase|klammeraffe)\s{1,3}${domain(ANY_DOT)}`,
  // name at example dot org; name @ example dot org
  String.raw`(?:\s{1,3}(?:at|ät)\s{1,3}|\s{0,3}@\s{0,3})${domain(SPOKEN_DOT)}`,
  // name @ example.org
  String.raw`\s{1,3}@\s{0,3}${domain(String.raw`\.`)}|\s{0,3}@\s{1,3}${domain(String.raw`\.`)}`,
].map((form) => new RegExp(form, 'giu'));

const LOCAL =
  /(?<=(?<![\p{L}\p{N}])((?:[\p{L}\p{N}_+.-]{1,40}\s{1,2}(?:dot|punkt|punto|ponto|point)\s{1,2}){0,2}[\p{L}\p{N}_+.-]{1,40}))/iuy;
const WORTH_A_LOOK = /@|\bat\b|ät|arroba|arobase|klammeraffe|[([{<]\s{0,2}a\s{0,2}[)\]}>]/i;

/** Addresses written so that programs should not see them, in the words of the five languages. */
export function spokenAddresses(text: string): Span[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 0: rest, index }) => {
      const local = textBefore(text, index, LOCAL);
      return local === undefined ? [] : { start: index - local.length, end: index + rest.length };
    }),
  );
}
