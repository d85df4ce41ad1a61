/** Superuser address of a PostgreSQL to measure on instead of one of our own. It must be as durable as ours. */
export function benchServerUrl(): string | undefined {
  return process.env['BENCH_DATABASE_URL'] || undefined;
}

/** What a program that the bench starts gets of our environment: where to find the system's own programs. */
export function programEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '' };
}
