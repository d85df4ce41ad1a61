import type { Span } from './find-names.ts';
import type { Sense } from './lexicon.ts';

/** Words of a text that name something, and what they may mean. */
export interface Mention extends Span {
  readonly senses: readonly Sense[];
  /** What the named thing is made of, where its name says so. */
  readonly made?: readonly Sense[];
  /** It says what kind of thing a compound names. */
  readonly describes?: boolean;
  /** It is what a compound names, so it is no part of anything else. */
  readonly compound?: boolean;
  /** It may be a part of something else as well. */
  readonly perhapsPart?: boolean;
}

/** What a mention is to the item that the text is about. */
export interface Placed extends Mention {
  /** It only describes another item, or is in it or on it. */
  readonly belongs: boolean;
}

export function isItem({ senses }: Mention): boolean {
  return senses.some(({ kind }) => kind === 'item');
}

export function isThing({ senses }: Mention): boolean {
  return senses.some(({ kind }) => kind === 'item' || kind === 'part');
}
