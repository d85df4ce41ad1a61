import type { Oklab } from './oklab.ts';

export interface ColorGroup {
  readonly center: Oklab;
  /** Of the weight of all groups. */
  readonly share: number;
}

const ROUNDS = 8;

/**
 * k-means over weighted colours. It begins with the colour that is farthest from those it has, weighed by how much there
 * is of it, so that the same picture gives the same groups.
 */
export function colorGroups(lab: Float32Array, weights: Float32Array, most: number): ColorGroup[] {
  const centers = beginnings(lab, weights, most);
  let sums = new Float64Array(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    sums = new Float64Array(centers.length * 4);
    for (let pixel = 0; pixel < weights.length; pixel += 1) {
      const weight = weights[pixel] ?? 0;
      if (weight === 0) continue;
      const at = nearest(lab, pixel * 3, centers) * 4;
      for (let part = 0; part < 3; part += 1)
        sums[at + part] = (sums[at + part] ?? 0) + weight * (lab[pixel * 3 + part] ?? 0);
      sums[at + 3] = (sums[at + 3] ?? 0) + weight;
    }
    for (const index of centers.keys()) {
      const [l = 0, a = 0, b = 0, weight = 0] = sums.subarray(index * 4, index * 4 + 4);
      if (weight > 0) centers[index] = [l / weight, a / weight, b / weight];
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return centers
    .map((center, index) => ({ center, share: (sums[index * 4 + 3] ?? 0) / total }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share);
}

export function distanceSquared(lab: Float32Array, at: number, [l, a, b]: Oklab): number {
  return ((lab[at] ?? 0) - l) ** 2 + ((lab[at + 1] ?? 0) - a) ** 2 + ((lab[at + 2] ?? 0) - b) ** 2;
}

function beginnings(lab: Float32Array, weights: Float32Array, most: number): Oklab[] {
  const far = new Float32Array(weights.length).fill(1);
  const centers: Oklab[] = [];
  while (centers.length < most) {
    let best = -1;
    let score = 1e-4;
    for (let pixel = 0; pixel < weights.length; pixel += 1) {
      const here = (far[pixel] ?? 0) * Math.sqrt(weights[pixel] ?? 0);
      if (here > score) [best, score] = [pixel, here];
    }
    if (best < 0) return centers;
    const center: Oklab = [lab[best * 3] ?? 0, lab[best * 3 + 1] ?? 0, lab[best * 3 + 2] ?? 0];
    centers.push(center);
    for (let pixel = 0; pixel < weights.length; pixel += 1) {
      far[pixel] = Math.min(far[pixel] ?? 0, distanceSquared(lab, pixel * 3, center));
    }
  }
  return centers;
}

function nearest(lab: Float32Array, at: number, centers: readonly Oklab[]): number {
  let best = 0;
  let least = Infinity;
  for (let index = 0; index < centers.length; index += 1) {
    const distance = distanceSquared(lab, at, centers[index] ?? [0, 0, 0]);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
