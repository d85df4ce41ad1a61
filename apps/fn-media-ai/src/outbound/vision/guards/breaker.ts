import type { Clock } from '@foundnow/kernel';
import type { Breaker } from '../../../domain/vision/breaker.ts';
import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { Look } from './look.ts';

export function withBreaker(look: Look, breaker: Breaker, clock: Clock): Look {
  const now = () => clock.now().getTime();
  return async (question, signal) => {
    const pass = breaker.admit(now());
    if (pass === undefined) throw new VisionFailure('breaker-open');
    try {
      const answer = await look(question, signal);
      breaker.succeeded(pass);
      return answer;
    } catch (error) {
      const lesson = error instanceof VisionFailure ? error.lesson : 'none';
      if (lesson === 'failure') breaker.failed(pass, now());
      else if (lesson === 'success') breaker.succeeded(pass);
      else breaker.withdrawn(pass);
      throw error;
    }
  };
}
