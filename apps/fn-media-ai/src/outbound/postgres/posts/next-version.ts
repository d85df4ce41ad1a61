/**
 * Versions of what is told of a post are milliseconds, so that they go on rising above those that others hold where this
 * database is an older state of itself, or begins anew.
 */
export function nextVersion(now: string): string {
  return `greatest(analysis_version + 1, floor(extract(epoch from ${now}::timestamptz) * 1000)::bigint)`;
}
