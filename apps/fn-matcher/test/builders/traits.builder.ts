import { cellsOf } from '../../src/domain/traits/cells.ts';
import { SOURCE, type Traits, TRAITS_VERSION } from '../../src/domain/traits/traits.ts';

const NOON = Date.UTC(2026, 4, 11, 12);
const HOUR = 3_600_000;

/** Something in Madrid of which nothing is said but where, when and what kind it is. */
export function aLost(parts: Partial<Traits> = {}): Traits {
  return {
    traitsVersion: TRAITS_VERSION,
    kind: 'lost',
    categories: ['bags.backpack'],
    lat: 40.4066,
    lng: -3.6893,
    spreadMeters: 200,
    cells: cellsOf(40.4066, -3.6893),
    from: NOON,
    to: NOON + HOUR,
    reportedAt: NOON + 5 * HOUR,
    terms: [],
    sources: [],
    allSources: 0,
    broader: [],
    broaderOf: [],
    sorts: [],
    widerSorts: [],
    brands: [],
    models: [],
    colors: [],
    materials: [],
    identifiers: [],
    photoHashes: [],
    vectors: [],
    ...parts,
  };
}

/** Found there two hours later. */
export function aFound(parts: Partial<Traits> = {}): Traits {
  const times = { from: NOON + 2 * HOUR, to: NOON + 3 * HOUR, reportedAt: NOON + 4 * HOUR };
  return aLost({ kind: 'found', ...times, ...parts });
}

/** What is said, each term by one source. */
export function saying(terms: readonly string[], source: keyof typeof SOURCE = 'text') {
  const sorted = terms.toSorted();
  return { terms: sorted, sources: sorted.map(() => SOURCE[source]), allSources: SOURCE[source] };
}
