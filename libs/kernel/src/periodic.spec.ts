import { describe, expect, it } from '@jest/globals';
import { Periodic } from './periodic.ts';

describe('periodic work', () => {
  it('begins at once, goes on after a failure that it tells of, and ends when it is stopped', async () => {
    const failures: unknown[] = [];
    const { promise: third, resolve } = Promise.withResolvers<void>();
    let rounds = 0;
    const work = new Periodic(
      1,
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('the first one fails');
        if (rounds === 3) resolve();
      },
      (error) => failures.push(error),
    );
    work.start();
    await third;
    await work.stop();
    expect({ failures: failures.length, rounds }).toEqual({ failures: 1, rounds: 3 });
  });

  it('stops between rounds without waiting for the next, and lets a round under way see that its time is over', async () => {
    let aborted = false;
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const work = new Periodic(
      3_600_000,
      async (signal) => {
        resolve();
        await new Promise((ended) => signal.addEventListener('abort', ended, { once: true }));
        aborted = signal.aborted;
      },
      () => undefined,
    );
    work.start();
    await begun;
    await work.stop();
    expect(aborted).toBe(true);
  });
});
