import type { NameFound } from './find-names.ts';
import type { Language } from './languages.ts';
import type { BrandForm, Lexicon } from './lexicon.ts';
import { type Mention, isItem } from './mention.ts';
import type { Word } from './words.ts';

/** As in a field that holds nothing but the brand. */
const ALONE = 2;

interface Reading {
  readonly words: readonly Word[];
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly mentions: readonly Mention[];
}

/** The brands among the names: an ordinary word is one where something speaks for it. */
export function meantBrands(found: ReadonlyArray<NameFound<BrandForm>>, reading: Reading): Array<NameFound<BrandForm>> {
  const { words, lexicon } = reading;
  const ordinary = found.some(({ named }) => named.ordinary);
  const capitals = ordinary && capitalsTell(words, reading.language, lexicon);
  return found.filter((name) => !name.named.ordinary || words.length <= ALONE || isMeant(name, reading, capitals));
}

function isMeant({ from, to, named }: NameFound<BrandForm>, reading: Reading, capitals: boolean): boolean {
  const { words, language, lexicon, mentions } = reading;
  const word = words[from];
  if (word === undefined || lexicon.speech[language].small.has(word.form)) return false;
  const here = mentions.filter((mention) => mention.from < to && from < mention.to);
  if (here.some(({ senses }) => senses.some(({ kind }) => kind === 'item' || kind === 'color'))) return false;
  if (capitals && word.capital) return true;
  const groups = new Set(lexicon.categoriesOf(named.brand).map(groupOf));
  return mentions.some(
    (mention) =>
      isItem(mention) &&
      mention.senses.some(({ id }) => lexicon.categoriesOf(id).some((category) => groups.has(groupOf(category)))),
  );
}

/** Not in German, and not where each word of a title has one. */
function capitalsTell(words: readonly Word[], language: Language, lexicon: Lexicon): boolean {
  const { small } = lexicon.speech[language];
  const told = words.filter(({ form, begins }) => !begins && !small.has(form));
  return language !== 'de' && told.filter(({ capital }) => capital).length <= told.length / 2;
}

function groupOf(category: string): string {
  return category.split('.')[0] ?? category;
}
