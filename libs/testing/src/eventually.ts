import { setTimeout as delay } from 'node:timers/promises';

export interface EventuallyOptions {
  readonly timeoutMs?: number;
  readonly intervalMs?: number;
}

/**
 * Waits until `check` passes: it is called again while it throws (an `expect` inside does) or answers `false`,
 * and what it answers at last is handed back. When the time is over the last refusal is what the test shows.
 */
export async function eventually<T>(check: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> {
  const { timeoutMs = 30_000, intervalMs = 20 } = options;
  const end = performance.now() + timeoutMs;
  for (;;) {
    const outcome = await attempt(check);
    if (outcome.passed) return outcome.value;
    if (performance.now() >= end) throw timedOut(outcome.reason, timeoutMs);
    await delay(intervalMs);
  }
}

type Outcome<T> = { passed: true; value: T } | { passed: false; reason: unknown };

async function attempt<T>(check: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await check();
    return value === false
      ? { passed: false, reason: new Error('the condition stayed false') }
      : { passed: true, value };
  } catch (reason) {
    return { passed: false, reason };
  }
}

function timedOut(reason: unknown, timeoutMs: number): Error {
  return new Error(`Not true within ${timeoutMs} ms. Last time: ${String(reason)}`, { cause: reason });
}
