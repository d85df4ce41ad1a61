import { describe, expect, it } from '@jest/globals';
import { inTurn, median, percentile } from './statistics.ts';

describe('statistics', () => {
  it('takes the middle of an odd and between the two middles of an even number of values', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('takes percentiles by rank', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    expect(percentile(values, 99)).toBe(99);
    expect(percentile(values, 0)).toBe(0);
  });

  it('runs two sides in turn after a warm-up of each, and pairs their ratios', async () => {
    const order: string[] = [];
    const side = (name: string, values: number[]) => () => {
      order.push(name);
      return values.shift() ?? 0;
    };
    const result = await inTurn(2, side('a', [99, 10, 30]), side('b', [99, 5, 10]));
    expect(order.join('')).toBe('ababab');
    expect(result).toMatchObject({ a: 20, b: 7.5, ratios: [2, 3] });
  });
});
