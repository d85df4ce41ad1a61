import { setTimeout as delay } from 'node:timers/promises';

const MOST_ATTEMPTS = 4;

/** Serialization failure and deadlock: the same work succeeds once the other side is done. */
const CONFLICTS = new Set(['40001', '40P01']);
/** A plan that a migration or a pooler took away from under us: a fresh connection has none. */
const STALE_PLANS = new Set(['26000']);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as { code?: string }).code : undefined;
}

export function isStalePlan(error: unknown): boolean {
  const code = codeOf(error);
  if (code === '0A000') return (error as Error).message.startsWith('cached plan must not change');
  return code !== undefined && STALE_PLANS.has(code);
}

export function isWorthRetrying(error: unknown, attempt: number): boolean {
  return attempt < MOST_ATTEMPTS && (CONFLICTS.has(codeOf(error) ?? '') || isStalePlan(error));
}

export async function pauseBeforeRetry(attempt: number): Promise<void> {
  await delay(Math.random() * 15 * 2 ** attempt);
}
