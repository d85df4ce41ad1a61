import type { Item } from '../item/item.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { type ReadText, readText } from '../text/read-text.ts';

/** Each text of an item, read. */
export interface ItemReading {
  /** Title, description and the author's tags. */
  readonly text: ReadText;
  readonly marks: ReadText;
  readonly brand: ReadText;
  readonly model: ReadText;
  readonly material: ReadText;
  readonly colors: readonly ReadText[];
  readonly photos: PhotoReading;
}

export interface PhotoReading {
  readonly tags: ReadText;
  readonly writing: ReadText;
  readonly brand: ReadText;
  readonly model: ReadText;
  readonly material: ReadText;
  readonly colors: readonly ReadText[];
}

/** Writing and tags that are less sure are guesses. */
const LEAST_SURE = 0.4;
/** Smaller parts of the item are no colour of it. */
const LEAST_SHARE = 0.15;

export function readItem(
  { title, description, tags, attributes, language, analysis }: Item,
  lexicon: Lexicon,
): ItemReading {
  const read = (text: string | null | undefined) => readText(text ?? '', language, lexicon);
  return {
    text: read([title, description ?? '', ...tags].filter((part) => part !== '').join('.\n')),
    marks: read(attributes.marks),
    brand: read(attributes.brand),
    model: read(nameWithBrand(attributes.brand, attributes.model)),
    material: read(attributes.material),
    colors: attributes.color.map(read),
    photos: readPhotos(analysis, lexicon),
  };
}

function readPhotos(analysis: Item['analysis'], lexicon: Lexicon): PhotoReading {
  // What photos show is told in English.
  const read = (text: string) => readText(text, 'en', lexicon);
  const sure = (sighting: { value: string; confidence: number } | null | undefined) =>
    (sighting?.confidence ?? 0) >= LEAST_SURE ? (sighting?.value ?? '') : '';
  const colors = (analysis?.colors ?? []).filter(({ share }) => share >= LEAST_SHARE);
  return {
    tags: read(
      (analysis?.tags ?? [])
        .filter(({ confidence }) => confidence >= LEAST_SURE)
        .map(({ name }) => name)
        .join('.\n'),
    ),
    writing: read((analysis?.text ?? []).map(sure).join('.\n')),
    brand: read(sure(analysis?.brand)),
    model: read(nameWithBrand(sure(analysis?.brand), sure(analysis?.model))),
    material: read(sure(analysis?.material)),
    colors: colors.toSorted((a, b) => b.share - a.share).map(({ name }) => read(name)),
  };
}

/** A model is known by its maker: "13" says nothing, "iPhone 13" does. */
function nameWithBrand(brand: string | null, model: string | null): string {
  return model === null || model === '' ? '' : `${brand ?? ''} ${model}`.trim();
}
