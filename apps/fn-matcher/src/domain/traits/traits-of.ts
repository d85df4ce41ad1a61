import type { Item } from '../item/item.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { cellsOf } from './cells.ts';
import { colorsOf } from './colors-of.ts';
import { wordsOfPhoto } from './hash-words.ts';
import { type ItemReading, readItem } from './item-reading.ts';
import { brandsOf, materialsOf, modelsOf } from './names-of.ts';
import { saidIn } from './said-terms.ts';
import { type StoredTraits, TRAITS_VERSION, type Traits } from './traits.ts';

/** Photos that show a category less surely than this show none. */
const LEAST_SURE = 0.5;

export function traitsOf(item: Item, lexicon: Lexicon): Traits {
  const reading = readItem(item, lexicon);
  return { ...wherewhen(item), ...what(item, reading, lexicon), vectors: item.analysis?.vectors ?? [] };
}

/** What is kept comes back with the vectors of its own columns. */
export function storedTraits({ vectors: _, ...stored }: Traits): StoredTraits {
  return stored;
}

function wherewhen({ kind, place, publicPlace, radiusMeters, occurredFrom, occurredTo, reportedAt }: Item) {
  return {
    traitsVersion: TRAITS_VERSION,
    kind,
    lat: place.lat,
    lng: place.lng,
    ...(publicPlace && { publicPlace }),
    spreadMeters: Math.max(radiusMeters, place.accuracyMeters ?? 0),
    cells: cellsOf(place.lat, place.lng),
    from: occurredFrom,
    to: Math.max(occurredFrom, occurredTo),
    reportedAt,
  };
}

function what({ category, identifiers, analysis }: Item, reading: ItemReading, lexicon: Lexicon) {
  const seen = (analysis?.category?.confidence ?? 0) >= LEAST_SURE ? analysis?.category?.value : undefined;
  return {
    categories: [...new Set([category, ...(seen === undefined ? [] : [seen])])],
    ...saidIn(reading, lexicon),
    brands: brandsOf(reading),
    models: modelsOf(reading),
    colors: colorsOf(reading),
    materials: materialsOf(reading),
    identifiers: [...identifiers, ...(analysis?.identifiers ?? [])],
    photoHashes: (analysis?.hashes ?? []).filter(({ algorithm }) => algorithm === 'pdq').map(wordsOfPhoto),
  };
}
