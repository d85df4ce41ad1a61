import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { Timing } from '../timing.ts';
import type { Look } from './look.ts';

export const ATTEMPT_TIMEOUT_MS = 30_000;

/** Ends one attempt in time, also with a provider that does not listen to its signal. */
export function withTimeout(look: Look, timing: Timing, limitMs = ATTEMPT_TIMEOUT_MS): Look {
  return async (question, signal) => {
    signal.throwIfAborted();
    const limit = new AbortController();
    const done = new AbortController();
    const either = AbortSignal.any([signal, limit.signal]);
    void timing.wait(limitMs, done.signal).then(
      () => limit.abort(new VisionFailure('timeout')),
      () => undefined,
    );
    const ended = Promise.withResolvers<never>();
    const end = () => ended.reject(either.reason as Error);
    either.addEventListener('abort', end, { once: true });
    try {
      return await Promise.race([look(question, either), ended.promise]);
    } catch (error) {
      throw either.aborted ? either.reason : error;
    } finally {
      either.removeEventListener('abort', end);
      done.abort();
    }
  };
}
