import type { Box } from './box.ts';

/** A connected patch of ink. */
export interface Mark extends Box {
  readonly area: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 5;

/** Patches of one ink that could be letters, or a few that touch each other. */
export function marksOf(ink: Uint8Array, { width, height }: Size, wanted: number): Mark[] {
  const patches = new Patches();
  let above: number[] = [];
  for (let y = 0; y < height; y += 1) {
    const row: number[] = [];
    let next = 0;
    for (let x = 0; x < width;) {
      if (ink[y * width + x] !== wanted) {
        x += 1;
        continue;
      }
      const start = x;
      while (x < width && ink[y * width + x] === wanted) x += 1;
      const id = patches.open(start, x, y);
      while (next < above.length && (above[next + 1] ?? 0) < start) next += 3;
      for (let at = next; at < above.length && (above[at] ?? 0) <= x; at += 3) patches.join(above[at + 2] ?? 0, id);
      row.push(start, x, id);
    }
    above = row;
  }
  return patches.all().filter((mark) => couldBeLetters(mark, { width, height }));
}

function couldBeLetters({ left, top, right, bottom, area }: Mark, photo: Size): boolean {
  const [width, height] = [right - left, bottom - top];
  const large = Math.max(width, height);
  const small = Math.min(width, height);
  if (large < SMALLEST || large > Math.max(photo.width, photo.height) / 3) return false;
  if (small * 14 < large || area < large) return false;
  return area > width * height * 0.08;
}

/** Runs that touch become one patch: union by the smaller number. */
class Patches {
  readonly #parent: number[] = [];
  readonly #boxes: number[] = [];

  open(left: number, right: number, y: number): number {
    this.#boxes.push(left, y, right, y + 1, right - left);
    return this.#parent.push(this.#parent.length) - 1;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.#root(one), this.#root(other)];
    if (a === b) return;
    const [into, from] = a < b ? [a, b] : [b, a];
    this.#parent[from] = into;
    const [i, f] = [into * 5, from * 5];
    const boxes = this.#boxes;
    boxes[i] = Math.min(boxes[i] ?? 0, boxes[f] ?? 0);
    boxes[i + 1] = Math.min(boxes[i + 1] ?? 0, boxes[f + 1] ?? 0);
    boxes[i + 2] = Math.max(boxes[i + 2] ?? 0, boxes[f + 2] ?? 0);
    boxes[i + 3] = Math.max(boxes[i + 3] ?? 0, boxes[f + 3] ?? 0);
    boxes[i + 4] = (boxes[i + 4] ?? 0) + (boxes[f + 4] ?? 0);
  }

  all(): Mark[] {
    const found: Mark[] = [];
    for (const [id, parent] of this.#parent.entries()) {
      if (id !== parent) continue;
      const [left = 0, top = 0, right = 0, bottom = 0, area = 0] = this.#boxes.slice(id * 5, id * 5 + 5);
      found.push({ left, top, right, bottom, area });
    }
    return found;
  }

  #root(of: number): number {
    let id = of;
    while (this.#parent[id] !== id) {
      const parent = this.#parent[id] ?? id;
      this.#parent[id] = this.#parent[parent] ?? parent;
      id = this.#parent[id] ?? id;
    }
    return id;
  }
}
