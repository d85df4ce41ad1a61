import { describe, expect, it } from '@jest/globals';
import { ShardRetries } from './shard-retries.ts';

describe('ShardRetries', () => {
  it('waits longer after each failure, up to ten seconds, and not at all after a success', () => {
    let now = 0;
    const retries = new ShardRetries(
      () => now,
      () => 0.5,
    );
    const waits = Array.from({ length: 10 }, () => {
      retries.failed(3);
      const wait = retries.waitMs([3]);
      now += wait;
      expect(retries.isDue(3)).toBe(true);
      return wait;
    });
    expect(waits.map(Math.round)).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000, 10_000]);
    expect(retries.troubled).toBe(true);
    retries.succeeded(3);
    expect([retries.isDue(3), retries.troubled]).toEqual([true, false]);
  });

  it('keeps shards apart', () => {
    const retries = new ShardRetries(() => 0);
    retries.failed(1);
    expect([retries.isDue(0), retries.isDue(1)]).toEqual([true, false]);
  });
});
