import { retryDelay } from '../../../domain/vision/retry-delay.ts';
import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { Timing } from '../timing.ts';
import type { Look } from './look.ts';

/** Asks again after what may pass; what an attempt meets on the way (breaker, budget) ends it at once. */
export function withRetry(look: Look, timing: Timing): Look {
  return async (question, signal) => {
    for (let failed = 1; ; failed += 1) {
      try {
        return await look(question, signal);
      } catch (error) {
        if (!(error instanceof VisionFailure) || !error.again) throw error;
        const wait = retryDelay(failed, timing.random(), error.retryAfterMs);
        if (wait === undefined) throw error;
        await timing.wait(wait, signal);
      }
    }
  };
}
