import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { distanceMeters } from '../signals/distance.ts';

interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** An H3 resolution: how far centres of neighbours are apart at least, and corners from their centre at most. */
interface Resolution {
  readonly column: CellColumn;
  readonly resolution: number;
  readonly leastSpacing: number;
  readonly mostCorner: number;
}

export type CellColumn = 'cell5' | 'cell7';

const FINE: Resolution = { column: 'cell7', resolution: 7, leastSpacing: 1700, mostCorner: 1600 };
const COARSE: Resolution = { column: 'cell5', resolution: 5, leastSpacing: 12_000, mostCorner: 11_200 };
/** Up to here the fine cells are few enough: about a hundred. */
const FINE_UP_TO_METERS = 12_000;

/** The cells of a point, as the database keeps them. */
export function cellsAt({ lat, lng }: Point): Readonly<Record<CellColumn, string>> {
  const at = ({ resolution }: Resolution) => numberOf(latLngToCell(lat, lng, resolution));
  return { cell5: at(COARSE), cell7: at(FINE) };
}

export interface Cover {
  readonly column: CellColumn;
  readonly cells: readonly string[];
}

/** Cells that hold every point within so many metres, and little more: the exact distance is for later. */
export function coverOf(center: Point, meters: number): Cover {
  const { column, resolution, leastSpacing, mostCorner } = meters <= FINE_UP_TO_METERS ? FINE : COARSE;
  // Each ring of hexagons reaches at least the height of a triangle further; both ends may stand in a corner.
  const rings = Math.ceil((meters + 2 * mostCorner) / (leastSpacing * Math.sqrt(0.75)));
  const cells = gridDisk(latLngToCell(center.lat, center.lng, resolution), rings).filter((cell) => {
    const [lat, lng] = cellToLatLng(cell);
    return distanceMeters(center, { lat, lng }) <= meters + mostCorner;
  });
  return { column, cells: cells.map(numberOf) };
}

/** A cell is 64 bits, the first of which is never set. */
function numberOf(cell: string): string {
  return BigInt(`0x${cell}`).toString();
}
