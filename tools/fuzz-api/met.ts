/** How often which status was answered, by route: `{ 'GET /api/v1/posts': { 200: 12, 400: 30 } }`. */
export type Met = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What several callers met, together. */
export function together(all: readonly Met[]): Met {
  const sum: Record<string, Record<string, number>> = {};
  for (const [route, counts] of all.flatMap((met) => Object.entries(met))) {
    const known = sum[route] ?? {};
    for (const [status, count] of Object.entries(counts)) known[status] = (known[status] ?? 0) + count;
    sum[route] = known;
  }
  return sum;
}

/** A line per route: `GET /api/v1/posts  200×12  400×30`. */
export function tableOf(met: Met): string {
  const width = Math.max(0, ...Object.keys(met).map((route) => route.length));
  const line = ([route, counts]: [string, Met[string]]) =>
    [route.padEnd(width), ...Object.entries(counts).map(([status, count]) => `${status}×${count}`)].join('  ');
  return Object.entries(met).map(line).toSorted().join('\n');
}
