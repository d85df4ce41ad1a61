import { z } from 'zod';
import { categoryOfLabels } from '../../../domain/vision/label-category.ts';
import type { RawAnswer } from '../answer/answer-shape.ts';

const score = z.number().nullish();
const entity = z.object({ description: z.string().nullish(), score });
const likelihood = z.union([z.string(), z.number()]).nullish();

/** The part of an annotated image that is looked at; lists that do not fit are refused as a whole. */
export const annotationShape = z.object({
  error: z.object({ code: z.number().nullish() }).nullish(),
  labelAnnotations: z.array(entity).nullish(),
  logoAnnotations: z.array(entity).nullish(),
  localizedObjectAnnotations: z.array(z.object({ name: z.string().nullish(), score })).nullish(),
  textAnnotations: z.array(z.object({ description: z.string().nullish() })).nullish(),
  safeSearchAnnotation: z.object({ adult: likelihood, violence: likelihood }).nullish(),
});

export type Annotation = z.infer<typeof annotationShape>;

/** Google scores no text. */
const TEXT_CONFIDENCE = 0.5;
const LIKELY: ReadonlySet<unknown> = new Set(['LIKELY', 'VERY_LIKELY', 4, 5]);

export function answerOf(annotation: Annotation): RawAnswer {
  const labels = proposed(annotation.labelAnnotations);
  const objects = (annotation.localizedObjectAnnotations ?? []).map((each) => said(each.name, each.score));
  const [brand] = proposed(annotation.logoAnnotations).toSorted((a, b) => b.confidence - a.confidence);
  // The first one is the whole text, the others are its words.
  const lines = annotation.textAnnotations?.[0]?.description?.split('\n') ?? [];
  const { adult, violence } = annotation.safeSearchAnnotation ?? {};
  return {
    category: categoryOfLabels([...objects, ...labels]),
    title: null,
    description: null,
    brand: brand ?? null,
    model: null,
    material: null,
    // Words of a list of Google's, with a capital each.
    tags: labels.map(inSmallLetters),
    objects: objects.map(inSmallLetters),
    colors: [],
    texts: lines.map((value) => ({ value, confidence: TEXT_CONFIDENCE })),
    sensitive: LIKELY.has(adult) || LIKELY.has(violence),
  };
}

function proposed(entities: Annotation['labelAnnotations']): RawAnswer['tags'] {
  return (entities ?? []).map((each) => said(each.description, each.score));
}

function inSmallLetters({ value, confidence }: RawAnswer['tags'][number]) {
  return { value: value.toLowerCase(), confidence };
}

function said(value: string | null | undefined, confidence: number | null | undefined) {
  return { value: value ?? '', confidence: confidence ?? 0 };
}
