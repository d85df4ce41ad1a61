import { personalMatches } from './finders/personal-finders.ts';
import type { Match } from './finders/match.ts';
import type { PersonalScan } from './judged-writing.ts';
import { type BrandAt, brandsIn } from './words/brands.ts';
import { brandsOn, type WrittenOn } from './words/brands-on.ts';
import { couldBeName } from './words/could-be-name.ts';
import { isMarkOnly, itemWord } from './words/item-words.ts';

/** Shorter ones say nothing. */
const SHORTEST = 3;
/** A hard drive, a two-way zip: as often no part of a town. */
const NO_STREET = /^(?:way|drive|close|square|court)\s|\s(?:way|drive|close|square|court)$/;

/** What leads to a person in a sentence. Unlike a line on a card, "card holder in brown" names nobody. */
export function personalParts(text: string, scan: PersonalScan): Match[] {
  return personalMatches(text, scan).filter((match) => {
    if (match.kind === 'name') return isNamed(text, match);
    return match.kind !== 'address' || !NO_STREET.test(text.slice(match.start, match.end));
  });
}

/** Of what a model read on a thing, what strangers may read too: the same allow-list as for what we read ourselves. */
export function publicWords(text: string, on: WrittenOn): string[] {
  const words = text.split(' ');
  const brands = brandsOn(words, on);
  const branded = taken(brands);
  const others = words.filter((word, at) => !branded.has(at) && !isMarkOnly(word));
  if (branded.size === 0 && couldBeName(others)) return [];
  const listed = others.flatMap((word) => itemWord(word, on.isAboutOwner) ?? []);
  const isHarmless = listed.length === others.length;
  if (on.isAboutOwner && !isHarmless) return [];
  const plain = isHarmless ? listed.filter((word) => word.length >= SHORTEST) : [];
  return [...brands.map(({ name }) => name), ...plain];
}

/** Somebody is: in capitals, and not as a maker or a thing. */
function isNamed(text: string, { value, start, end }: Match): boolean {
  const words = text.slice(start, end).split(/\s+/);
  const branded = branding(words);
  const from = words.length - value.split(' ').length;
  return words.some(
    (word, at) => at >= from && !branded.has(at) && /\p{Lu}/u.test(word) && itemWord(word, false) === null,
  );
}

function branding(words: readonly string[]): ReadonlySet<number> {
  return taken(brandsIn(words));
}

function taken(brands: readonly BrandAt[]): ReadonlySet<number> {
  return new Set(brands.flatMap(({ from, words: count }) => Array.from({ length: count }, (_, at) => from + at)));
}
