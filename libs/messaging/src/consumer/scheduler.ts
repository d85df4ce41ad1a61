import { setTimeout as delay } from 'node:timers/promises';

/** Waiting is passed in, so that specs do not wait for real. */
export interface Scheduler {
  /** Rejects as soon as the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const realScheduler: Scheduler = {
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
};
