import { isCategory } from '@foundnow/kernel';
import type { Traits } from '../traits/traits.ts';
import { UNKNOWN } from './categories.ts';
import { reachOf } from './reach.ts';
import { travels } from './travels.ts';

/** By what posts are brought together before anything of them is compared. */
export interface Block {
  readonly kind: 'lost' | 'found';
  /** What it may be: as its author says, and as its photos show. */
  readonly categories: readonly string[];
  readonly lat: number;
  readonly lng: number;
  /** How far from its place it is looked for. */
  readonly reachMeters: number;
  /** Such things are found far from where they were lost. */
  readonly travels: boolean;
  /** When it was lost or found, in ms since the epoch. */
  readonly from: number;
  readonly to: number;
}

export function blockOf(traits: Traits): Block {
  const { kind, lat, lng, spreadMeters, from, to } = traits;
  const known = traits.categories.map((category) => (isCategory(category) ? category : UNKNOWN));
  return {
    kind,
    lat,
    lng,
    categories: known.length === 0 ? [UNKNOWN] : [...new Set(known)],
    reachMeters: reachOf(spreadMeters),
    travels: travels(traits),
    from: Math.min(from, to),
    to: Math.max(from, to),
  };
}
