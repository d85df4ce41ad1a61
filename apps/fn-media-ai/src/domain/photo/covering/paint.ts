import type { Pixels } from '../pixels.ts';
import type { Box } from './box.ts';

/** Colours on a grid, row by row. */
export interface Fields {
  readonly columns: number;
  readonly rows: number;
  readonly colors: readonly (readonly number[])[];
}

/** Fills a box with colours that flow from each field into the next. */
export function paint(
  { width, data }: Pixels,
  { left, top, right, bottom }: Box,
  { columns, rows, colors }: Fields,
): void {
  const flat = Float32Array.from(colors.flat());
  for (let y = top; y < bottom; y += 1) {
    const [row, down] = between(y - top, bottom - top, rows);
    for (let x = left; x < right; x += 1) {
      const [column, across] = between(x - left, right - left, columns);
      const field = (row * columns + column) * 3;
      const at = (y * width + x) * 3;
      for (let part = 0; part < 3; part += 1) {
        const here = field + part;
        const below = here + columns * 3;
        const upper = (flat[here] ?? 0) * (1 - across) + (flat[here + 3] ?? 0) * across;
        const lower = (flat[below] ?? 0) * (1 - across) + (flat[below + 3] ?? 0) * across;
        data[at + part] = Math.round(upper * (1 - down) + lower * down);
      }
    }
  }
}

export function meanOf({ width, data }: Pixels, { left, top, right, bottom }: Box): readonly number[] {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 3; at < (y * width + right) * 3; at += 3) {
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  return [red / count, green / count, blue / count];
}

/** Between which two of `fields` a place lies, and how near to the second. */
function between(place: number, length: number, fields: number): [field: number, share: number] {
  const exact = ((place + 0.5) / length) * fields - 0.5;
  const within = Math.min(fields - 1, Math.max(0, exact));
  const field = Math.min(fields - 2, Math.floor(within));
  return [field, within - field];
}
