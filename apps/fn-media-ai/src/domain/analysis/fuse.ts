import type { Analysis, PublicText, SeenObject, SuggestedField, Suggestion, Tag } from './analysis.ts';
import { overall } from './confidence.ts';
import { itemColors } from './item-colors.ts';
import { levelOf } from './level.ts';
import { modelsUsed } from './models-used.ts';
import type { SeenPhoto } from './seen-photo.ts';
import { type Voice, weighed } from './suggest.ts';

const MOST = { tags: 30, objects: 50, text: 100 };
/** A rival that is surer than this makes the category a matter of opinion. */
const RIVAL = 0.5;
/** Smaller parts of the item are no word for it. */
const COLOR_OF_ITEM = 0.25;
const WEIGHTS = { category: 3, title: 2, description: 1, brand: 1, model: 0.5, material: 0.5 } as const;
const WEIGHT_OF_WORDS = 1;

/** What all photos of a post say together, whatever their order. A stage that found nothing changes nothing. */
export function fuse(unordered: readonly SeenPhoto[]): Analysis {
  const photos = unordered.toSorted((a, b) => (a.photoId < b.photoId ? -1 : 1));
  const fields = suggestedFields(photos);
  const [category = null, rival] = weighed(voicesFor('category', photos));
  const tags = tagsOf(photos);
  const objects = objectsOf(photos);
  const text = textOf(photos);
  const said = [
    ...Object.entries(WEIGHTS).map(([field, weight]) => part(weight, fields[field as SuggestedField]?.confidence)),
    ...[objects, text, tags.filter(({ source }) => source === 'vision')].map((words) =>
      part(WEIGHT_OF_WORDS, surest(words)),
    ),
    part(WEIGHT_OF_WORDS, colorConfidence(photos)),
  ].flatMap((each) => each ?? []);
  const confidence = overall(said);
  const isSensitive = photos.some(({ sight }) => sight?.finding.sensitive === true);
  return {
    level: levelOf(confidence, {
      isDisputed: (rival?.confidence ?? 0) > RIVAL,
      isSensitive,
      hasProposal: Object.values(fields).some((field) => field !== null),
    }),
    confidence,
    degraded: photos.length === 0 || photos.some(({ sight }) => sight === null),
    models: modelsUsed(photos),
    ...fields,
    category,
    tags,
    objects,
    colors: itemColors(photos),
    text,
  };
}

function suggestedFields(photos: readonly SeenPhoto[]): Record<SuggestedField, Suggestion | null> {
  const best = (field: SuggestedField) => weighed(voicesFor(field, photos))[0] ?? null;
  return {
    category: best('category'),
    title: best('title'),
    description: best('description'),
    brand: best('brand'),
    model: best('model'),
    material: best('material'),
  };
}

function voicesFor(field: SuggestedField, photos: readonly SeenPhoto[]): Voice[] {
  return photos.flatMap(({ reading, sight }) => {
    const proposed = sight?.finding[field] ?? null;
    const written = field === 'brand' ? reading.texts.filter(({ kind }) => kind === 'brand') : [];
    return [
      ...written.map(({ value, confidence }) => ({ value, confidence, source: 'text' })),
      ...(proposed === null ? [] : [{ ...proposed, source: 'vision' }]),
    ];
  });
}

function tagsOf(photos: readonly SeenPhoto[]): Tag[] {
  const voices = photos.flatMap(({ reading, sight }) => [
    ...(sight?.finding.tags ?? []).map((tag) => ({ ...tag, source: 'vision' })),
    ...reading.colors
      .filter(({ share }) => share >= COLOR_OF_ITEM)
      .map(({ name }) => ({ value: name, confidence: stageConfidence(reading, 'colors') ?? 0, source: 'colors' })),
  ]);
  return weighed(voices)
    .map(({ value, confidence, sources }) => ({ name: value, confidence, source: sources.at(-1) ?? '' }))
    .slice(0, MOST.tags);
}

function objectsOf(photos: readonly SeenPhoto[]): SeenObject[] {
  const all = photos.flatMap(({ photoId, sight }) =>
    weighed((sight?.finding.objects ?? []).map((each) => ({ ...each, source: 'vision' }))).map((object) => ({
      name: object.value,
      confidence: object.confidence,
      photoId,
    })),
  );
  return all.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST.objects);
}

function textOf(photos: readonly SeenPhoto[]): PublicText[] {
  const all = photos.flatMap(({ photoId, reading, sight }) => {
    const read = reading.texts.map(({ value, kind, confidence }) => ({ value, kind, confidence, photoId }));
    const known = new Set(read.map(({ value }) => value.toLowerCase()));
    const seen = (sight?.finding.texts ?? []).filter(({ value }) => !known.has(value.toLowerCase()));
    return [...read, ...seen.map((text) => ({ ...text, kind: 'word', photoId }))];
  });
  return all.toSorted((a, b) => b.confidence - a.confidence).slice(0, MOST.text);
}

function colorConfidence(photos: readonly SeenPhoto[]): number | undefined {
  const all = photos.flatMap(({ reading }) =>
    reading.colors.length === 0 ? [] : (stageConfidence(reading, 'colors') ?? []),
  );
  return all.length === 0 ? undefined : Math.max(...all);
}

function stageConfidence({ stages }: SeenPhoto['reading'], name: string): number | null {
  return stages.find(({ stage }) => stage === name)?.confidence ?? null;
}

function surest(words: ReadonlyArray<{ readonly confidence: number }>): number | undefined {
  return words.length === 0 ? undefined : Math.max(...words.map(({ confidence }) => confidence));
}

function part(weight: number, confidence: number | undefined): { weight: number; confidence: number } | undefined {
  return confidence === undefined ? undefined : { weight, confidence };
}
