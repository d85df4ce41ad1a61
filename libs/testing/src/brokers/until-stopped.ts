import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 5_000;

/** A signal is delivered when each thread next runs; until then a busy machine lets them answer. Linux only. */
export async function untilStopped(pid: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && existsSync(`/proc/${pid}/task`) && !isStopped(pid)) await delay(5);
}

function isStopped(pid: number): boolean {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.every((thread) =>
      /^\d+ \(.*\) [TtZX]/s.test(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')),
    );
  } catch {
    return false;
  }
}
