import { describe, expect, it } from '@jest/globals';
import { openLoop } from './open-loop.ts';

/** Time that moves only when somebody waits. */
function slowWorld() {
  let now = 0;
  return {
    now: () => now,
    pause: async (milliseconds: number) => void (now += milliseconds),
  };
}

describe('open loop', () => {
  it('keeps its pace although nothing it sent has finished', async () => {
    const world = slowWorld();
    const begun: number[] = [];
    const finish = Promise.withResolvers<void>();
    const loop = openLoop({ perSecond: 100, seconds: 0.1, ...world }, async () => {
      begun.push(world.now());
      if (begun.length === 10) finish.resolve();
      await finish.promise;
    });
    await loop;
    expect(begun).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });

  it('makes up for a pause of the machine instead of sending less', async () => {
    const world = slowWorld();
    let sent = 0;
    const pause = (milliseconds: number) => world.pause(sent === 3 ? 500 : milliseconds);
    await openLoop({ perSecond: 100, seconds: 1, now: world.now, pause }, async () => void (sent += 1));
    expect(sent).toBe(100);
  });

  it('fails when one of the sends fails', async () => {
    const loop = openLoop({ perSecond: 100, seconds: 0.05, ...slowWorld() }, async (n) => {
      if (n === 2) throw new Error('refused');
    });
    await expect(loop).rejects.toThrow('refused');
  });
});
