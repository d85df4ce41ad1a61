import { describe, expect, it } from '@jest/globals';
import { retryDelay } from './retry-delay.ts';

describe('retryDelay', () => {
  it('waits 2, 4 and 8 seconds, and then no more', () => {
    expect([1, 2, 3, 4].map((failed) => retryDelay(failed, 0))).toEqual([2_000, 4_000, 8_000, undefined]);
  });

  it('adds up to a quarter by chance, and never takes from it', () => {
    expect(retryDelay(1, 1)).toBe(2_500);
    expect(retryDelay(3, 0.5)).toBe(9_000);
  });

  it('waits at least as long as it was asked to', () => {
    expect(retryDelay(1, 0, 7_000)).toBe(7_000);
    expect(retryDelay(1, 1, 8_000)).toBe(10_000);
    expect(retryDelay(3, 0, 1_000)).toBe(8_000);
  });

  it('gives up where more patience is asked for than a photo is worth', () => {
    expect(retryDelay(1, 0, 30_000)).toBe(30_000);
    expect(retryDelay(1, 0, 30_001)).toBeUndefined();
  });
});
