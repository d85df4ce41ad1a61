/** A small picture in OKLab, with the weight that each pixel has for the item. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly lab: Float32Array;
  readonly weights: Float32Array;
}

/** The rectangle around the item, so that it may stand anywhere in the picture and be of any size. */
export function boxOf({ width, height, weights }: Look): { left: number; top: number; right: number; bottom: number } {
  const across = new Float32Array(width);
  const down = new Float32Array(height);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const [x, y, weight] = [pixel % width, Math.floor(pixel / width), weights[pixel] ?? 0];
    across[x] = (across[x] ?? 0) + weight;
    down[y] = (down[y] ?? 0) + weight;
  }
  const [left, right] = middleOf(across);
  const [top, bottom] = middleOf(down);
  return { left, top, right, bottom };
}

const OUTSIDE = 0.02;

function middleOf(sums: Float32Array): [number, number] {
  const total = sums.reduce((sum, value) => sum + value, 0);
  let [passed, from, to] = [0, 0, sums.length];
  for (let at = 0; at < sums.length; at += 1) {
    if (passed < total * OUTSIDE) from = at;
    if (passed < total * (1 - OUTSIDE)) to = at + 1;
    passed += sums[at] ?? 0;
  }
  return [from, Math.max(to, from + 1)];
}
