import { describe, expect, it } from '@jest/globals';
import { FakeClock, sequenceId } from '@foundnow/testing';
import { SweepPhotos } from './sweep-photos.ts';

/** A store that takes long: the call is cut short while the first photos are on their way. */
function slowly(count: number) {
  const waiting = Array.from({ length: count }, (_, n) => ({ id: sequenceId(n + 1), folder: `folder-${n}` }));
  const stop = new AbortController();
  let cleared = 0;
  const sweep = new SweepPhotos(
    { take: async (_lease, most) => waiting.splice(0, most), forget: async () => undefined },
    { discard: async () => stop.abort(), clearQuarantine: async () => (cleared += 1) },
    new FakeClock('2026-03-01T12:00:00Z'),
  );
  return { waiting, sweep, signal: stop.signal, cleared: () => cleared };
}

describe('a sweep that is cut short', () => {
  it('ends with the few photos that it is at, and leaves the others to the next', async () => {
    const { sweep, signal, waiting } = slowly(200);
    const swept = await sweep.ofPerson(sequenceId(999), signal);
    expect(swept).toBeLessThan(10);
    expect(waiting).toHaveLength(200 - swept);
  });

  it('does not begin to look through quarantine', async () => {
    const { sweep, signal, cleared } = slowly(1);
    await sweep.run(signal);
    expect(cleared()).toBe(0);
    await sweep.run();
    expect(cleared()).toBe(1);
  });
});
