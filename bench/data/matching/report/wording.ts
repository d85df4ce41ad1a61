import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { Kind, Language, Split } from '../post.ts';
import { drawFor } from '../text/held-out.ts';
import { phrases } from '../text/lexis.ts';
import { capitalised, filled, nounPhrase, type Said, shuffled } from '../text/noun-phrase.ts';
import { mistype, withoutAccents } from '../text/typos.ts';

/** All that a person has to say; what is undefined goes unsaid. */
export interface Story {
  readonly kind: Kind;
  readonly language: Language;
  readonly split: Split;
  readonly said: Said;
  readonly brandAside: string | undefined;
  readonly marks: readonly string[];
  readonly contents: string | undefined;
  readonly place: string;
  readonly where: string;
  readonly when: string;
  /** Whoever lost a thing on the way to somewhere mostly says so. */
  readonly onTheWay: boolean;
}

export function writeDown(story: Story, chance: Chance): { title: string; description: string | null } {
  const parts = partsOf(story);
  const hand = handOf(story.language, chance);
  const title = hand(line(story, `${story.kind}Titles`, parts, chance) ?? parts['bare'] ?? '');
  const length = chance.next();
  const way = story.onTheWay && chance.happens(NOISE.saysOnTheWay) ? `${capitalised(story.where)}.` : undefined;
  if (length < NOISE.terse) return { title: title.slice(0, 120), description: way === undefined ? null : hand(way) };
  const isRambling = length > 1 - NOISE.rambling;
  const body = [
    line(story, `${story.kind}Openings`, parts, chance),
    way,
    ...shuffled(detailsOf(story, parts, chance), chance),
    ...(isRambling ? chance.some(phrases(story.language, 'asides'), 2).map((one) => one.replaceAll('*', '')) : []),
    chance.happens(isRambling ? 0.9 : 0.4) ? line(story, `${story.kind}Closings`, parts, chance) : undefined,
  ];
  const text = body
    .filter((one) => one !== undefined)
    .map(capitalised)
    .join(' ');
  return { title: title.slice(0, 120), description: hand(text) };
}

function detailsOf(story: Story, parts: Parts, chance: Chance): Array<string | undefined> {
  return [
    line(story, 'brandLines', { ...parts, brand: story.brandAside }, chance),
    ...story.marks.map((mark) => line(story, 'markLines', { ...parts, mark }, chance)),
    line(story, 'contentLines', parts, chance),
  ];
}

type Parts = Readonly<Record<string, string | undefined>>;

function partsOf({ language, said, contents, place, where, when }: Story): Parts {
  const as = (use: 'bare' | 'a' | 'my') => nounPhrase(language, said, use);
  return { bare: as('bare'), a: as('a'), my: as('my'), contents, place, where, when };
}

/** A sentence of which all parts are known, or none. */
function line({ language, split }: Story, list: string, parts: Parts, chance: Chance): string | undefined {
  for (let tried = 0; tried < 4; tried += 1) {
    const text = filled(drawFor(split, phrases(language, list), chance), parts);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A person writes all of a post with the same hand. */
function handOf(language: Language, chance: Chance): (text: string) => string {
  const isLow = chance.happens(NOISE.lowerCase);
  const isBare = language !== 'en' && chance.happens(NOISE.withoutAccents);
  const slips = chance.happens(NOISE.typos) ? chance.whole(1, 2) : 0;
  return (text) => {
    const spelt = isBare ? withoutAccents(text) : text;
    return mistype(isLow ? spelt.toLowerCase() : spelt, chance, slips);
  };
}
