import type { Lexicon } from '../../text/lexicon.ts';
import { readText } from '../../text/read-text.ts';

/** A word as all languages have it: `jirafa` and `giraffe` are one. What is not known stays as it is. */
export type OneWord = (word: string) => string;

export const AS_WRITTEN: OneWord = (word) => word;

export function oneWordIn(language: string, lexicon: Lexicon): OneWord {
  return (word) => {
    const { colors, concepts } = readText(word, language, lexicon);
    const [meant, other] = [...new Set([...colors, ...concepts.map(({ id }) => id)])];
    // `shape:heart`: what it is, without what kind of thing that is.
    return meant === undefined || other !== undefined ? word : (meant.split(':').at(-1) ?? word);
  };
}
