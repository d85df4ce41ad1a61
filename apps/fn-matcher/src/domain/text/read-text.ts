import { meantBrands } from './find-brands.ts';
import { findConcepts } from './find-concepts.ts';
import { findMeasures } from './find-measures.ts';
import { findModels, withModelsApart } from './find-models.ts';
import { type NameFound, type Span, findNames } from './find-names.ts';
import { guessLanguage } from './guess-language.ts';
import type { BrandForm, Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { placeMentions } from './place-mentions.ts';
import { readRest } from './read-rest.ts';
import { settleSenses } from './settle-senses.ts';
import { told } from './told.ts';
import { NOTHING_READ, type ReadText } from './what-is-read.ts';
import { wordsOf } from './words.ts';

export type { ConceptKind } from './lexicon.ts';
export { NOTHING_READ, type ReadConcept, type ReadText } from './what-is-read.ts';

/** As a field for a brand or a material is filled: the word may be either. */
const ALONE = 2;

/** The language is a hint: people mix languages, and a program's language is not always its user's. */
export function readText(text: string, hint: string, lexicon: Lexicon): ReadText {
  const words = withModelsApart(wordsOf(text), lexicon);
  if (words.length === 0) return NOTHING_READ;
  const language = guessLanguage(words, hint, lexicon);
  const models = findModels(words, lexicon);
  const measures = findMeasures(words, lexicon.speech[language]).filter((each) => !within(each, models));
  const written = findConcepts(words, language, lexicon).filter((each) => !within(each, [...models, ...measures]));
  const names = findNames(words, lexicon.brands);
  const sure = names.filter(({ named }) => !named.ordinary);
  const rest = readRest({ words, language, lexicon, known: [...models, ...measures, ...written, ...sure] });
  const brands = meantBrands(names, { words, language, lexicon, mentions: [...written, ...rest.mentions] });
  const alone = words.length <= ALONE;
  const kept = [...written, ...rest.mentions].filter((each) => alone || !isBrandOnly(each, brands));
  const mentions = [...kept, ...models.map((each) => modelMention(each))];
  const settled = settleSenses(mentions.toSorted((one, other) => one.from - other.from));
  const placed = placeMentions(settled, { words, language, lexicon });
  return told({ placed, models, measures, brands, rest });
}

function modelMention({ from, to, concept }: Span & { readonly concept: string }): Mention {
  return { from, to, senses: [{ id: concept, kind: 'item' }] };
}

function within({ from, to }: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.from <= from && to <= other.to);
}

/** The `face` of The North Face is none; but Lego is a brand and a toy. */
function isBrandOnly(mention: Mention, brands: ReadonlyArray<NameFound<BrandForm>>): boolean {
  const brand = brands.find((each) => within(mention, [each]));
  if (brand === undefined) return false;
  const isWhole = brand.from === mention.from && brand.to === mention.to;
  return !isWhole || !mention.senses.some(({ kind }) => kind === 'item' || (brand.named.ordinary && kind === 'color'));
}
