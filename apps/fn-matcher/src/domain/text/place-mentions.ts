import type { Language } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mention, type Placed, isItem, isThing } from './mention.ts';
import type { Word } from './words.ts';

const FARTHEST_DENIAL = 3;
/** There the describing noun stands before: `phone charger`. Elsewhere a preposition tells. */
const NOUN_FIRST: ReadonlySet<Language> = new Set(['en', 'de']);

interface Reading {
  readonly words: readonly Word[];
  readonly language: Language;
  readonly lexicon: Lexicon;
}

/** Which mentions are the item, which belong to it; what a text says is not there (`sans étui`) is left out. */
export function placeMentions(mentions: readonly Mention[], reading: Reading): Placed[] {
  const { words, language, lexicon } = reading;
  const speech = lexicon.speech[language];
  const placed: Placed[] = [];
  let denied = false;
  let contents = false;
  for (const [index, mention] of mentions.entries()) {
    const last = mentions[index - 1];
    const gap = words.slice(last?.to ?? 0, mention.from);
    const forms = gap.map(({ form }) => form);
    const parted = isApart(words, mention, last);
    if (isNewSentence(words, mention, last)) contents = false;
    denied = (denied && !parted && goesOn(forms, last, speech.and)) || isDenied(words, mention, speech.without);
    if (denied) continue;
    if (isItem(mention) && placed.some(isItem) && forms.some((form) => speech.with.has(form))) contents = true;
    const about = !parted && last !== undefined && isDescribing(last, placed);
    const described = about && isItem(mention) && !isAkin(last, mention, lexicon);
    if (described && gap.length === 0 && isItem(last) && NOUN_FIRST.has(language)) belongAsWell(placed, last);
    const of = described && gap.length > 0 && forms.every((form) => speech.small.has(form) || speech.for.has(form));
    const belongs =
      contents ||
      mention.perhapsPart === true ||
      mention.describes === true ||
      (of && forms.some((form) => speech.for.has(form)));
    placed.push({ ...mention, belongs });
  }
  return placed;
}

/** The `charger` of a phone, and the sticker of a cat on one. */
function isDescribing(last: Mention, placed: readonly Mention[]): boolean {
  return isItem(last) || (isThing(last) && placed.some(isItem));
}

/** `without case or strap`, `sin funda negra`. */
function goesOn(forms: readonly string[], last: Mention | undefined, and: ReadonlySet<string>): boolean {
  if (forms.length === 0) return last !== undefined && !isThing(last);
  return forms.length === 1 && forms.every((form) => and.has(form));
}

function isDenied(words: readonly Word[], { from }: Mention, without: ReadonlySet<string>): boolean {
  for (let at = from - 1; at >= 0 && at >= from - FARTHEST_DENIAL; at -= 1) {
    if (words[at + 1]?.apart === true) return false;
    if (without.has(words[at]?.form ?? '')) return true;
  }
  return false;
}

function isApart(words: readonly Word[], { from }: Mention, last: Mention | undefined): boolean {
  return words.slice(last?.to ?? from, from + 1).some(({ apart }) => apart);
}

function isNewSentence(words: readonly Word[], { from }: Mention, last: Mention | undefined): boolean {
  return words.slice(last?.to ?? from, from + 1).some(({ begins }) => begins);
}

function belongAsWell(placed: Placed[], last: Mention): void {
  const at = placed.findIndex(({ from }) => from === last.from);
  const there = placed[at];
  if (there !== undefined) placed[at] = { ...there, belongs: true };
}

/** `Galaxy phone`, `leather bag, backpack`: two words for one thing. */
function isAkin(a: Mention, b: Mention, lexicon: Lexicon): boolean {
  return isUnder(a, b, lexicon) || isUnder(b, a, lexicon);
}

function isUnder(narrow: Mention, wide: Mention, lexicon: Lexicon): boolean {
  const ids = new Set(wide.senses.map(({ id }) => id));
  return narrow.senses.some(({ id }) => ids.has(id) || lexicon.broader(id).some((above) => ids.has(above)));
}
