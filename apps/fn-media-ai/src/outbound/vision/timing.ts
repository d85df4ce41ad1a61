import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from '@foundnow/kernel';

/** A clock that can be waited on, so that a test can let thirty seconds pass at once. */
export interface Timing extends Clock {
  /** Rejects with the signal's reason as soon as it is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  random(): number;
}

export const systemTiming: Timing = {
  ...systemClock,
  async wait(milliseconds, signal) {
    try {
      await pause(milliseconds, undefined, { signal });
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  },
  random: () => Math.random(),
};
