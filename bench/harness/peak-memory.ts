import { residentBytesOf } from './process-tree.ts';

const EVERY_MS = 50;

/** The most memory that a program and all that it started had at once while something was done. */
export async function peakMegabytesOf(pid: number, work: () => Promise<unknown>): Promise<number> {
  let peak = residentBytesOf(pid);
  const watch = setInterval(() => (peak = Math.max(peak, residentBytesOf(pid))), EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return peak / 2 ** 20;
}
