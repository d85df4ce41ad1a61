import type { Item, ItemAnalysis } from '../../src/domain/item/item.ts';

const NOON = Date.UTC(2026, 4, 11, 12);

/** A thing in Madrid of which nothing is said. */
export function anItem(parts: Partial<Item> = {}): Item {
  return {
    id: 'item',
    kind: 'lost',
    category: 'bags.backpack',
    language: 'en',
    title: '',
    description: null,
    tags: [],
    attributes: { brand: null, model: null, color: [], material: null, marks: null },
    place: { lat: 40.4066, lng: -3.6893, accuracyMeters: null },
    radiusMeters: 200,
    occurredFrom: NOON,
    occurredTo: NOON,
    reportedAt: NOON,
    identifiers: [],
    analysis: null,
    ...parts,
  };
}

/** Photos that show nothing. */
export function anAnalysis(parts: Partial<ItemAnalysis> = {}): ItemAnalysis {
  return {
    category: null,
    brand: null,
    model: null,
    material: null,
    tags: [],
    colors: [],
    text: [],
    hashes: [],
    vectors: [],
    identifiers: [],
    ...parts,
  };
}
