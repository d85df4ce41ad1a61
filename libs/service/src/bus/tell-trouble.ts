import type { Logger } from '@foundnow/telemetry';
import { busTrouble } from './bus-trouble.ts';

const SAME_AGAIN_MS = 60_000;

/** Logs what goes wrong with the bus; what its client says to operators in full, each text once in a while. */
export function troubleTeller(
  logger: Pick<Logger, 'warn'>,
  now: () => number = Date.now,
): (problem: string, error: unknown) => void {
  const told = new Map<string, number>();
  return (problem, error) => {
    const said = busTrouble(error);
    if (said !== undefined && now() - (told.get(said) ?? -Infinity) < SAME_AGAIN_MS) return;
    if (said !== undefined) told.set(said, now());
    logger.warn({ component: `bus:${problem}`, error }, said ?? 'the bus had a problem');
  };
}
