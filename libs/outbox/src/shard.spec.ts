import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@foundnow/kernel';
import { SHARDS, shardOf } from './shard.ts';

describe('shardOf', () => {
  it('never changes: rows that were written before an update carry the old answer', () => {
    expect(['', 'a', 'post-1', '019a5b7e-6e61-7cc3-9f00-2b1f6a1f3c11', 'schön'].map(shardOf)).toEqual([5, 4, 5, 3, 1]);
  });

  it('spreads keys evenly', () => {
    const counts = new Array<number>(SHARDS).fill(0);
    for (let i = 0; i < 8_000; i++) {
      const shard = shardOf(uuidv7.next());
      counts[shard] = (counts[shard] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(850);
  });
});
