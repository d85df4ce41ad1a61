import type { Mark } from './marks.ts';

/** Looks marks up by place: cells of one size, each with what has its middle in it. */
export class Neighbours {
  readonly #cells = new Map<number, Mark[]>();

  constructor(
    marks: readonly Mark[],
    private readonly edge: number,
  ) {
    for (const mark of marks) {
      const key = this.#key(middleX(mark), middleY(mark));
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [mark]);
      else cell.push(mark);
    }
  }

  /** The nearest of about the same size, if it is as near as letters of one word are. */
  nearest(mark: Mark): Mark | undefined {
    const size = sizeOf(mark);
    let best: Mark | undefined;
    let least = size * 2.2;
    for (const other of this.#around(mark, least)) {
      if (other === mark || sizeOf(other) > size * 2 || sizeOf(other) * 2 < size) continue;
      const distance = Math.hypot(middleX(other) - middleX(mark), middleY(other) - middleY(mark));
      if (distance >= least) continue;
      best = other;
      least = distance;
    }
    return best;
  }

  *#around(mark: Mark, reach: number): Generator<Mark> {
    const steps = Math.min(6, Math.ceil(reach / this.edge));
    for (let row = -steps; row <= steps; row += 1) {
      for (let column = -steps; column <= steps; column += 1) {
        const cell = this.#cells.get(this.#key(middleX(mark) + column * this.edge, middleY(mark) + row * this.edge));
        if (cell !== undefined) yield* cell;
      }
    }
  }

  #key(x: number, y: number): number {
    return Math.floor(y / this.edge) * 100_000 + Math.floor(x / this.edge);
  }
}

export function middleX({ left, right }: Mark): number {
  return (left + right) / 2;
}

export function middleY({ top, bottom }: Mark): number {
  return (top + bottom) / 2;
}

export function sizeOf({ left, top, right, bottom }: Mark): number {
  return Math.max(right - left, bottom - top);
}
