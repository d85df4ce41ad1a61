import { setTimeout as delay } from 'node:timers/promises';

export interface OpenLoopOptions {
  readonly perSecond: number;
  readonly seconds: number;
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Begins `send(n)` at a steady pace whether or not earlier ones have finished, as the world does: a slow answer must
 * not slow the questions down. Resolves when all have finished; rejects when one fails.
 */
export async function openLoop(options: OpenLoopOptions, send: (n: number) => Promise<void>): Promise<void> {
  const { perSecond, seconds, now = () => performance.now(), pause = delay } = options;
  const total = Math.round(perSecond * seconds);
  const start = now();
  const running: Promise<void>[] = [];
  while (running.length < total) {
    const due = Math.min(total, Math.floor(((now() - start) * perSecond) / 1000) + 1);
    while (running.length < due) {
      const one = send(running.length);
      // Looked at by Promise.all below; until then a failure must not count as unhandled.
      one.catch(() => undefined);
      running.push(one);
    }
    await pause(Math.max(0.5, start + (running.length * 1000) / perSecond - now()));
  }
  await Promise.all(running);
}
