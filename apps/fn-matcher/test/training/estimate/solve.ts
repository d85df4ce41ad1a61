/** Gauss: the x for which matrix · x = right. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const best = rows.findIndex((row, to) => to >= at && largest(rows, at) === Math.abs(row[at] ?? 0));
    const [pivot, here] = [rows[best] ?? [], rows[at] ?? []];
    [rows[at], rows[best]] = [pivot, here];
    for (let to = 0; to < rows.length; to += 1) {
      const row = rows[to];
      if (row === undefined || to === at) continue;
      const times = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[rows.length] ?? 0) / (row[at] ?? 1));
}

function largest(rows: readonly (readonly number[])[], at: number): number {
  return Math.max(...rows.slice(at).map((row) => Math.abs(row[at] ?? 0)));
}
