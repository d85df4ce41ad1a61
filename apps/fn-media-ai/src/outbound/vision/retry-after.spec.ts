import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.ts';

const NOW = new Date('2026-05-01T12:00:00.000Z');

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': 'Fri, 01 May 2026 12:00:20 GMT' }, 20_000],
    [{ 'retry-after': 'Fri, 01 May 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
    [{ 'retry-after-ms': '-5' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{}, undefined],
  ])('reads %j', (headers, milliseconds) => {
    expect(retryAfterMs(new Headers(headers as Record<string, string>), NOW)).toBe(milliseconds);
  });

  it('is told nothing without headers', () => {
    expect(retryAfterMs(undefined, NOW)).toBeUndefined();
  });
});
