import { setTimeout as delay } from 'node:timers/promises';
import type { Program } from './program.ts';

const EVERY_MS = 20;

/** Asks all addresses until each has answered 200; fails at once when the program is gone. */
export async function untilHealthy(program: Program, urls: readonly string[], timeoutMs: number): Promise<void> {
  const end = performance.now() + timeoutMs;
  const waiting = new Set(urls);
  while (waiting.size > 0) {
    if (program.hasExited) throw new Error(`It ended before it was healthy: ${program.said}`);
    if (performance.now() > end)
      throw new Error(`Not healthy in ${timeoutMs} ms: ${[...waiting].join(' ')}\n${program.said}`);
    await Promise.all(
      [...waiting].map(async (url) => {
        if (await isOk(url)) waiting.delete(url);
      }),
    );
    if (waiting.size > 0) await delay(EVERY_MS);
  }
}

async function isOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
