import type { GreyPixels } from '../pixels.ts';

/** How the light of a picture is spread; shares of white, 0 to 1. */
export interface Light {
  readonly mean: number;
  /** What a twentieth is darker or brighter than, and what next to nothing is. */
  readonly darkest: number;
  readonly shadow: number;
  readonly brightest: number;
  readonly highlight: number;
  /** Part of the picture that is as white as can be. */
  readonly burnt: number;
}

const BURNT = 252;

export function lightOf({ data }: GreyPixels): Light {
  const counts = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 2) counts[data[at] ?? 0] = (counts[data[at] ?? 0] ?? 0) + 1;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    mean: counts.reduce((sum, count, shade) => sum + count * shade, 0) / total / 255,
    darkest: shadeAt(counts, total * 0.05) / 255,
    shadow: shadeAt(counts, total * 0.005) / 255,
    brightest: shadeAt(counts, total * 0.95) / 255,
    highlight: shadeAt(counts, total * 0.985) / 255,
    burnt: counts.subarray(BURNT).reduce((sum, count) => sum + count, 0) / total,
  };
}

function shadeAt(counts: Uint32Array, rank: number): number {
  let passed = 0;
  return Math.max(
    0,
    counts.findIndex((count) => (passed += count) >= rank),
  );
}
