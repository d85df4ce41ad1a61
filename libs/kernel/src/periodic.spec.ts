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

  it('goes on at once when it is woken, once however often that was said during a round', async () => {
    const rounds: (() => void)[] = [];
    const begun: (() => void)[] = [];
    const started = Array.from({ length: 3 }, () => new Promise<void>((resolve) => begun.push(resolve)));
    const work = new Periodic(
      3_600_000,
      async () => {
        begun[rounds.length]?.();
        await new Promise<void>((resolve) => rounds.push(resolve));
      },
      () => undefined,
    );
    work.start();
    await started[0];
    for (let i = 0; i < 10; i += 1) work.wake();
    rounds[0]?.();
    await started[1];
    rounds[1]?.();
    await new Promise(setImmediate);
    expect(rounds).toHaveLength(2);
    work.wake();
    await started[2];
    rounds[2]?.();
    await work.stop();
    expect(rounds).toHaveLength(3);
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
