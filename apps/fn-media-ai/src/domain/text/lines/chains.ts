import { around, type Box, heightOf, widthOf } from './box.ts';
import type { Mark } from './marks.ts';

/** Marks beside each other that look like a line of writing. */
export interface Chain extends Box {
  readonly marks: readonly Mark[];
  /** Of the middle one of its marks. */
  readonly letterHeight: number;
  /** How far it falls for each pixel to the right. */
  readonly slope: number;
}

const WIDEST_GAP = 1.7;
const BAND = 32;

/** Follows letters from left to right: each is joined to the next of about its height at about its level. */
export function chainsOf(marks: readonly Mark[]): Chain[] {
  const letters = marks.filter((mark) => heightOf(mark) >= 5 && widthOf(mark) <= heightOf(mark) * 12);
  const sorted = letters.toSorted((a, b) => a.left - b.left);
  const bands = bandsOf(sorted);
  const taken = new Set<Mark>();
  const chains: Chain[] = [];
  for (const mark of sorted) {
    if (taken.has(mark)) continue;
    const chain = follow(mark, bands, taken);
    if (looksWritten(chain)) chains.push(chainOf(chain));
  }
  return chains;
}

function follow(first: Mark, bands: ReadonlyMap<number, readonly Mark[]>, taken: Set<Mark>): Mark[] {
  const chain = [first];
  taken.add(first);
  for (let last = first; ;) {
    const next = nextOf(last, chain, bands, taken);
    if (next === undefined) return chain;
    taken.add(next);
    chain.push(next);
    last = next;
  }
}

function nextOf(
  last: Mark,
  chain: readonly Mark[],
  bands: ReadonlyMap<number, readonly Mark[]>,
  taken: ReadonlySet<Mark>,
): Mark | undefined {
  const height = Math.max(...chain.slice(-3).map(heightOf));
  let best: Mark | undefined;
  let least = height * WIDEST_GAP;
  for (let band = Math.floor(last.top / BAND); band <= Math.floor(last.bottom / BAND); band += 1) {
    for (const other of bands.get(band) ?? []) {
      if (taken.has(other) || other.left <= last.left || !fits(other, last, height)) continue;
      const gap = other.left - last.right;
      if (gap >= least || gap < -0.5 * height) continue;
      best = other;
      least = gap;
    }
  }
  return best;
}

function fits(other: Mark, last: Mark, height: number): boolean {
  const own = heightOf(other);
  if (own > height * 1.9 || own < height * 0.42) return false;
  const overlap = Math.min(other.bottom, last.bottom) - Math.max(other.top, last.top);
  return overlap >= Math.min(own, heightOf(last)) * 0.55;
}

/** Letters of one line differ little in height, stand close, and are more than two. */
function looksWritten(chain: readonly Mark[]): boolean {
  if (chain.length < 3) return chain.length === 2 && chain.every((mark) => widthOf(mark) > heightOf(mark) * 1.8);
  const middle = median(chain.map(heightOf));
  const alike = chain.filter((mark) => heightOf(mark) > middle * 0.6 && heightOf(mark) < middle * 1.6).length;
  const length = widthOf(around(chain));
  return middle >= 6 && alike >= chain.length * 0.7 && length >= middle * 1.6;
}

function chainOf(marks: readonly Mark[]): Chain {
  return { ...around(marks), marks, letterHeight: median(marks.map(heightOf)), slope: slopeOf(marks) };
}

/** Least squares through the middles, once there are enough of them to mean anything. */
function slopeOf(marks: readonly Mark[]): number {
  if (marks.length < 5) return 0;
  const xs = marks.map(({ left, right }) => (left + right) / 2);
  const ys = marks.map(({ top, bottom }) => (top + bottom) / 2);
  const [mx, my] = [mean(xs), mean(ys)];
  let [up, down] = [0, 0];
  for (const [at, x] of xs.entries()) {
    up += (x - mx) * ((ys[at] ?? 0) - my);
    down += (x - mx) ** 2;
  }
  return down === 0 ? 0 : up / down;
}

function bandsOf(marks: readonly Mark[]): Map<number, Mark[]> {
  const bands = new Map<number, Mark[]>();
  for (const mark of marks) {
    for (let band = Math.floor(mark.top / BAND); band <= Math.floor(mark.bottom / BAND); band += 1) {
      const there = bands.get(band);
      if (there === undefined) bands.set(band, [mark]);
      else there.push(mark);
    }
  }
  return bands;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
