import { latLngToCell } from 'h3-js';

/** Cells about 9 km, 1.2 km and 170 m to the edge: how crowded a place is depends on how exactly it is known. */
const RESOLUTIONS = [5, 7, 9] as const;
const WIDEST = [Infinity, 2_000, 300] as const;

export function cellsOf(lat: number, lng: number): string[] {
  return RESOLUTIONS.map((resolution) => latLngToCell(lat, lng, resolution));
}

/** Which of the cells holds what may be meant by a place that is known so well. */
export function fittingCell(cells: readonly string[], spreadMeters: number): string | undefined {
  return cells[WIDEST.findLastIndex((widest) => spreadMeters <= widest)];
}
