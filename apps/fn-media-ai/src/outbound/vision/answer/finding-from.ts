import { isAboutOwner, isCategory } from '@foundnow/kernel';
import { publicWords } from '../../../domain/text/said-by-model.ts';
import type { Proposed, VisionFinding } from '../../../domain/vision/vision-finding.ts';
import { answerShape } from './answer-shape.ts';
import { plainText } from './plain-text.ts';

const LENGTHS = { title: 120, description: 1_000, brand: 60, model: 80, material: 40, word: 40, text: 80 } as const;
const MOST = { tags: 20, objects: 20, colors: 5, texts: 30 } as const;

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
  const personal = new Set<string>();
  const clean = (said: Proposed | null, most: number): Proposed | null => {
    if (said === null) return null;
    const text = plainText(said.value, most);
    for (const kind of text.personal) personal.add(kind);
    return text.value === '' ? null : { value: text.value, confidence: share(said.confidence) };
  };
  const words = (
    said: readonly Proposed[],
    most: number,
    length: number,
    of: (text: string) => string[] = (text) => [text.toLowerCase()],
  ) => {
    const cleaned = said.slice(0, most * 2).flatMap((each) => {
      const text = clean(each, length);
      return text === null ? [] : of(text.value).map((value) => ({ ...text, value }));
    });
    return distinct(cleaned).slice(0, most);
  };
  const { category } = answer;
  const isOnPaper = isAboutOwner(category?.value ?? '');
  const finding: VisionFinding = {
    category:
      category !== null && isCategory(category.value)
        ? { value: category.value, confidence: share(category.confidence) }
        : null,
    title: clean(answer.title, LENGTHS.title),
    description: clean(answer.description, LENGTHS.description),
    brand: clean(answer.brand, LENGTHS.brand),
    model: clean(answer.model, LENGTHS.model),
    material: clean(answer.material, LENGTHS.material),
    tags: words(answer.tags, MOST.tags, LENGTHS.word),
    objects: words(answer.objects, MOST.objects, LENGTHS.word),
    colors: words(answer.colors, MOST.colors, LENGTHS.word),
    texts: words(answer.texts, MOST.texts, LENGTHS.text, (text) => publicWords(text, isOnPaper)),
    sensitive: answer.sensitive,
  };
  return { finding, personal: [...personal] };
}

function share(confidence: number): number {
  return Math.min(1, Math.max(0, confidence));
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
