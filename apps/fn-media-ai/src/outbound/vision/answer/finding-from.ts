import { isAboutOwner, isCategory } from '@foundnow/kernel';
import { namesSomebody } from '../../../domain/text/names-somebody.ts';
import { publicWords } from '../../../domain/text/said-by-model.ts';
import { isBrand, isModel, isVocabulary } from '../../../domain/text/said-of-thing.ts';
import type { WrittenOn } from '../../../domain/text/words/brands-on.ts';
import type { Proposed, VisionFinding } from '../../../domain/vision/vision-finding.ts';
import { answerShape } from './answer-shape.ts';
import { plainText } from './plain-text.ts';

const LENGTHS = { title: 120, description: 1_000, brand: 60, model: 80, material: 40, word: 40, text: 80 } as const;
const MOST = { tags: 20, objects: 20, colors: 5, texts: 30 } as const;

/** Whether a text of a thing like this may be read by everybody. */
type Gate = (text: string, on: WrittenOn) => boolean;

export interface CheckedAnswer {
  readonly finding: VisionFinding;
  /** Kinds of what leads to a person and had to be taken out; never what it was. */
  readonly personal: readonly string[];
}

/** Makes a finding of what a provider, or an older build of this one, said. Undefined: it has not the agreed shape. */
export function findingFrom(raw: unknown): CheckedAnswer | undefined {
  const parsed = answerShape.safeParse(raw);
  if (!parsed.success) return undefined;
  const answer = parsed.data;
  const category = answer.category?.value ?? '';
  const on = { category, isAboutOwner: isAboutOwner(category) };
  const personal = new Set<string>();
  const clean = (said: Proposed | null, most: number, isPublic: Gate): Proposed | null => {
    if (said === null) return null;
    const text = plainText(said.value, most);
    for (const kind of text.personal) personal.add(kind);
    if (text.value === '' || !isPublic(text.value, on)) return null;
    return { value: text.value, confidence: share(said.confidence) };
  };
  const words = (said: readonly Proposed[], most: number): Proposed[] => {
    const cleaned = said.slice(0, most * 2).flatMap((each) => {
      const text = clean(each, LENGTHS.word, isVocabulary);
      return text === null ? [] : [{ ...text, value: text.value.toLowerCase() }];
    });
    return distinct(cleaned).slice(0, most);
  };
  const texts = answer.texts.slice(0, MOST.texts * 2).flatMap((each) => {
    const text = clean(each, LENGTHS.text, () => true);
    return text === null ? [] : publicWords(text.value, on).map((value) => ({ ...text, value }));
  });
  const sentence: Gate = (text) => {
    const isNamed = namesSomebody(text, on);
    if (isNamed) personal.add('name');
    return !isNamed;
  };
  const finding: VisionFinding = {
    category:
      answer.category !== null && isCategory(category)
        ? { value: category, confidence: share(answer.category.confidence) }
        : null,
    title: clean(answer.title, LENGTHS.title, sentence),
    description: clean(answer.description, LENGTHS.description, sentence),
    brand: clean(answer.brand, LENGTHS.brand, isBrand),
    model: clean(answer.model, LENGTHS.model, isModel),
    material: clean(answer.material, LENGTHS.material, isVocabulary),
    tags: words(answer.tags, MOST.tags),
    objects: words(answer.objects, MOST.objects),
    colors: words(answer.colors, MOST.colors),
    texts: distinct(texts).slice(0, MOST.texts),
    sensitive: answer.sensitive,
  };
  return { finding, personal: [...personal] };
}

/** Models are surest of themselves when they err: none is as sure as several voices are. */
const SUREST = 0.97;

function share(confidence: number): number {
  return Math.min(SUREST, Math.max(0, confidence));
}

/** The surest of those that say the same, in the order in which they were said. */
function distinct(all: readonly Proposed[]): Proposed[] {
  const best = new Map<string, Proposed>();
  for (const each of all) {
    const held = best.get(each.value.toLowerCase());
    if (held === undefined || held.confidence < each.confidence) best.set(each.value.toLowerCase(), each);
  }
  return [...best.values()];
}
