/** Two passes of means along rows and columns, in windows that suit a picture that becomes `grid` by `grid`. */
export function smoothTwice(luma: Float32Array, width: number, height: number, grid: number): Float32Array {
  const across = windowOf(width, grid);
  const down = windowOf(height, grid);
  let now = luma;
  for (let pass = 0; pass < 2; pass += 1) {
    const rows = meansAlong(now, { lines: height, length: width, line: width, step: 1 }, across);
    now = meansAlong(rows, { lines: width, length: height, line: 1, step: width }, down);
  }
  return now;
}

interface Way {
  readonly lines: number;
  readonly length: number;
  /** From one line to the next, and from one pixel of a line to the next. */
  readonly line: number;
  readonly step: number;
}

function windowOf(length: number, grid: number): number {
  return Math.floor((length + 2 * grid - 1) / (2 * grid));
}

/** Running sums; at the ends of a line the window is cut. */
function meansAlong(from: Float32Array, { lines, length, line, step }: Way, window: number): Float32Array {
  const to = new Float32Array(from.length);
  const ahead = Math.floor((window + 2) / 2);
  for (let n = 0; n < lines; n += 1) {
    const begin = n * line;
    let sum = 0;
    for (let i = 1 - ahead; i < length; i += 1) {
      const enters = i + ahead - 1;
      const leaves = enters - window;
      if (enters < length) sum += from[begin + enters * step] ?? 0;
      if (leaves >= 0) sum -= from[begin + leaves * step] ?? 0;
      if (i >= 0) to[begin + i * step] = sum / (Math.min(enters, length - 1) - Math.max(leaves, -1));
    }
  }
  return to;
}
