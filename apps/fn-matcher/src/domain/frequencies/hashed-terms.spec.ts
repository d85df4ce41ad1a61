import { describe, expect, it } from '@jest/globals';
import { HashedTerms } from './hashed-terms.ts';
import { hashOfTerm } from './term-hash.ts';

describe('hashed terms', () => {
  it('know the count of each term, and nothing of others', () => {
    const terms = Array.from({ length: 5_000 }, (_, i) => `w:word-${i}`);
    const part = (from: number, to: number) => ({
      hashes: Float64Array.from(terms.slice(from, to), hashOfTerm),
      counts: Int32Array.from(terms.slice(from, to), (_, i) => from + i + 1),
    });
    const frequencies = new HashedTerms(3, 9_000, [part(0, 2_000), part(2_000, 5_000)]);
    expect([frequencies.version, frequencies.posts]).toEqual([3, 9_000]);
    expect(terms.map((term) => frequencies.count(term))).toEqual(terms.map((_, i) => i + 1));
    expect(terms.some((term) => frequencies.count(`${term}x`) !== 0)).toBe(false);
    expect(new HashedTerms(0, 0, []).count('w:word')).toBe(0);
  });
});
