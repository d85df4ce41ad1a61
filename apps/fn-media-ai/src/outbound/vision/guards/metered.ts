import type { Clock } from '@foundnow/kernel';
import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { VisionMeters } from '../vision-meters.ts';
import type { Look } from './look.ts';

/** Tells how each attempt that reached the provider went. */
export function metered(look: Look, provider: string, meters: VisionMeters, clock: Clock): Look {
  return async (question, signal) => {
    const began = clock.now().getTime();
    const seconds = () => (clock.now().getTime() - began) / 1_000;
    try {
      const answer = await look(question, signal);
      meters.attempt(provider, 'answered', seconds());
      meters.cost(provider, answer.costMicros);
      meters.withheld(provider, answer.withheld);
      return answer;
    } catch (error) {
      if (error instanceof VisionFailure) meters.attempt(provider, error.reason, seconds());
      throw error;
    }
  };
}
