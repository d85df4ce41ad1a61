/** How long to wait before the second, third and fourth attempt. */
export const RETRY_DELAYS_MS = [2_000, 4_000, 8_000] as const;

/** So much longer at most, by chance, so that those who were refused together do not come back together. */
const JITTER = 0.25;

/** Whoever is told to wait longer than this has the next provider asked, or does without. */
export const MOST_PATIENCE_MS = 30_000;

/**
 * The wait before another attempt; undefined when there is none. Never shorter than what the provider asked for.
 * @param failed How many attempts have failed.
 * @param random 0 to 1.
 */
export function retryDelay(failed: number, random: number, retryAfterMs = 0): number | undefined {
  const planned = RETRY_DELAYS_MS[failed - 1];
  if (planned === undefined || retryAfterMs > MOST_PATIENCE_MS) return undefined;
  return Math.round(Math.max(planned, retryAfterMs) * (1 + JITTER * random));
}
