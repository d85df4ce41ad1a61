import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { Timing } from '../timing.ts';
import type { Look } from './look.ts';

export const ATTEMPT_TIMEOUT_MS = 30_000;

/** Ends one attempt in time, also with a provider that does not listen to its signal. */
export function withTimeout(look: Look, timing: Timing, limitMs = ATTEMPT_TIMEOUT_MS): Look {
  return async (question, signal) => {
    signal.throwIfAborted();
    const attempt = new AbortController();
    const done = new AbortController();
    const ended = Promise.withResolvers<never>();
    const end = (reason: unknown) => {
      attempt.abort(reason);
      ended.reject(reason);
    };
    const left = () => end(signal.reason);
    signal.addEventListener('abort', left, { once: true });
    void timing.wait(limitMs, done.signal).then(
      () => end(new VisionFailure('timeout')),
      () => undefined,
    );
    try {
      return await Promise.race([look(question, attempt.signal), ended.promise]);
    } catch (error) {
      throw attempt.signal.aborted ? attempt.signal.reason : error;
    } finally {
      // The caller's signal may live as long as the service.
      signal.removeEventListener('abort', left);
      done.abort();
    }
  };
}
