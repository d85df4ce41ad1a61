import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { createCursors } from './cursor.ts';

const position = z.strictObject({ at: z.number(), id: z.string() });
const posts = createCursors({ listing: 'posts/v1', position });
const invalid = expect.objectContaining({ code: 'cursor.invalid', kind: 'validation' });

describe('a cursor', () => {
  it('leads back to its position and fits an address unescaped', () => {
    fc.assert(
      fc.property(fc.record({ at: fc.integer(), id: fc.string({ unit: 'binary', maxLength: 50 }) }), (value) => {
        const cursor = posts.encode(value);
        expect(encodeURIComponent(cursor)).toBe(cursor);
        expect(posts.decode(cursor)).toEqual(value);
      }),
    );
  });

  it('is refused when a single character of it was changed, left out or added', () => {
    const cursor = posts.encode({ at: 1_780_000_000_000, id: 'a' });
    for (let i = 0; i < cursor.length; i += 1) {
      const other = cursor[i] === 'A' ? 'B' : 'A';
      for (const changed of [
        cursor.slice(0, i) + other + cursor.slice(i + 1),
        cursor.slice(0, i) + cursor.slice(i + 1),
        `${cursor.slice(0, i)} ${cursor.slice(i)}`,
      ]) {
        expect(() => posts.decode(changed)).toThrow(invalid);
      }
    }
  });

  it.each(['', 'garbage', '%%%', 'null', 'A'.repeat(5_000)])('is refused when it is %j', (text) => {
    expect(() => posts.decode(text)).toThrow(invalid);
  });

  it('belongs to one listing, one filter, one form and, with a secret, one house', () => {
    const cursor = posts.encode({ at: 1, id: 'a' }, { kind: 'lost' });
    expect(posts.decode(cursor, { kind: 'lost' })).toEqual({ at: 1, id: 'a' });
    expect(() => posts.decode(cursor, { kind: 'found' })).toThrow(invalid);
    expect(() => createCursors({ listing: 'matches/v1', position }).decode(cursor, { kind: 'lost' })).toThrow(invalid);
    const other = createCursors({ listing: 'posts/v1', position: z.strictObject({ id: z.string() }) });
    expect(() => other.decode(posts.encode({ at: 1, id: 'a' }))).toThrow(invalid);
    const secret = createCursors({ listing: 'posts/v1', position, secret: 's' });
    expect(() => secret.decode(posts.encode({ at: 1, id: 'a' }))).toThrow(invalid);
  });
});
