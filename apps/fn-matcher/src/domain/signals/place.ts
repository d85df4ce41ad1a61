import { shownPlace } from '../traits/shown-place.ts';
import type { Traits } from '../traits/traits.ts';
import { distanceMeters } from './distance.ts';
import type { Compare } from './evidence.ts';

/** Closer than this is one spot, however exact both say they are. */
const LEAST_SPREAD_METERS = 50;
/** Distance as a multiple of how far off both places may be. */
const NEARNESS = [
  [0.25, 'same'],
  [0.5, 'close'],
  [1, 'within'],
  [2, 'beside'],
  [4, 'near'],
] as const;
/** That two places fall together says more the better both are known. */
const EXACTNESS = [
  [500, 'spot'],
  [3_000, 'quarter'],
] as const;

export const place: Compare = (lost, found) => {
  const meters = distanceMeters(lost, found);
  const spread = Math.max(LEAST_SPREAD_METERS, lost.spreadMeters + found.spreadMeters);
  const nearness = NEARNESS.find(([most]) => meters <= most * spread)?.[1] ?? 'far';
  const exactness = EXACTNESS.find(([most]) => spread <= most)?.[1] ?? 'town';
  return { level: `${exactness}-${nearness}`, words: distanceInWords(lost, found) };
};

/** Between what both show the public, so that no number of posts tried at other places finds the true one. */
function distanceInWords(lost: Traits, found: Traits): string {
  const kilometers = distanceMeters(shownPlace(lost), shownPlace(found)) / 1_000;
  return kilometers < 1.2 ? 'found in the same neighbourhood' : `found about ${Math.round(kilometers)} km away`;
}
