import type { VisualVector } from '../../../domain/item/item.ts';

/** How the vectors of a post lie one after the other in one array. */
export type VectorLayout = readonly { readonly model: string; readonly length: number }[];

/** Of an array in PostgreSQL's own binary form: three numbers, two for each dimension, then every value with its size. */
const HEADER = { bare: 12, ofEach: 8 };
const SIZE_BYTES = 4;

export function layoutOf(vectors: readonly VisualVector[]): VectorLayout {
  return vectors.map(({ model, values }) => ({ model, length: values.length }));
}

export function flat(vectors: readonly VisualVector[]): number[] | null {
  return vectors.length === 0 ? null : vectors.flatMap(({ values }) => [...values]);
}

/** What `array_send` of a `real[]` gives. */
export function readVectors(bytes: Buffer | null, layout: VectorLayout): VisualVector[] {
  if (bytes === null) return [];
  let at = HEADER.bare + HEADER.ofEach * (bytes.readInt32BE(0) === 0 ? 0 : 1);
  return layout.map(({ model, length }) => {
    const values = new Float32Array(length);
    for (let i = 0; i < length; i += 1, at += 2 * SIZE_BYTES) values[i] = bytes.readFloatBE(at + SIZE_BYTES);
    return { model, values };
  });
}
