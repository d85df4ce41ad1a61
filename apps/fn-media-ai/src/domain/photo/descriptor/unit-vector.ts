export interface VectorPart {
  /** Of the likeness of two vectors. */
  readonly weight: number;
  readonly values: Float32Array;
}

/** Each part of its own length, all together of length one: the product of two is the weighted likeness of their parts. */
export function joined(parts: readonly VectorPart[]): number[] {
  const total = parts.reduce((sum, { weight, values }) => sum + (lengthOf(values) > 0 ? weight : 0), 0);
  return parts.flatMap(({ weight, values }) => {
    const length = lengthOf(values);
    const scale = length > 0 ? Math.sqrt(weight / total) / length : 0;
    return Array.from(values, (value) => Math.fround(value * scale));
  });
}

/** Makes amounts comparable: without it the largest one alone would count. */
export function rooted(amounts: Float32Array): Float32Array {
  return amounts.map((amount) => Math.sqrt(amount));
}

/** Only how it differs from the usual says something. */
export function centered(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function lengthOf(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
