import type { Chance } from '../chance.ts';
import type { Language } from '../post.ts';
import { agree, article, type Noun, type Use } from './inflect.ts';

/** What a person says of an item in one breath; each part may be missing. */
export interface Said {
  readonly noun: Noun;
  readonly colours: readonly string[];
  readonly material: string | undefined;
  readonly brand: string | undefined;
}

const AND: Readonly<Record<Language, string>> = { en: 'and', es: 'y', fr: 'et', de: 'und', pt: 'e' };

export function nounPhrase(language: Language, said: Said, use: Use): string {
  const colours = said.colours.map((colour) => agree(language, colour, said.noun, use)).join(` ${AND[language]} `);
  const words = inOrder(language, said, colours)
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return article(language, said.noun, use, words) + words;
}

function inOrder(language: Language, { noun, material, brand }: Said, colours: string): Array<string | undefined> {
  if (language === 'en') return [colours, material, brand, noun.word];
  if (language === 'de')
    return brand === undefined ? [colours, noun.word, material] : [colours, noun.word, material, 'von', brand];
  return [noun.word, colours, material, brand];
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Fills `{bare}` and the like; a part that nobody knows makes the whole of no use. */
export function filled(template: string, parts: Readonly<Record<string, string | undefined>>): string | undefined {
  let isWhole = true;
  const text = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const part = parts[name.toLowerCase()];
    if (part === undefined || part === '') isWhole = false;
    return name === 'Bare' ? capitalised(part ?? '') : (part ?? '');
  });
  return isWhole ? text : undefined;
}

export function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return chance.some(items, items.length);
}
