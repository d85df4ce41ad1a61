import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BrokenBytes, Cursor } from './cursor.ts';
import { Slab } from './slab.ts';

function written(write: (slab: Slab) => void): Buffer {
  const slab = new Slab();
  slab.reset();
  write(slab);
  return slab.take();
}

/** Zigzag varint the long way. */
function varint(n: number): number[] {
  let rest = BigInt.asUintN(64, (BigInt(n) << 1n) ^ (BigInt(n) >> 63n));
  const bytes: number[] = [];
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

describe('numbers', () => {
  it('are the standard varints up to 2^53, and come back', () => {
    const edges = [0, 6, 7, 13, 14, 27, 28, 30, 31, 32, 51, 52].flatMap((bits) => [
      2 ** bits,
      2 ** bits - 1,
      2 ** bits + 1,
    ]);
    const known = fc.constantFrom(...edges, ...edges.map((n) => -n), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), known), (n) => {
        const bytes = written((slab) => slab.long(n));
        expect([...bytes]).toEqual(varint(n));
        expect(new Cursor(bytes, 0).long()).toBe(n + 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['2^53', varint(2 ** 53)],
    ['-2^53', varint(-(2 ** 53))],
    ['64 bits', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
    ['more than 64 bits', Array<number>(12).fill(0xff)],
    ['no end', [0x80, 0x80]],
  ])('of %s are broken bytes', (_what, bytes) => {
    expect(() => new Cursor(Buffer.from(bytes), 0).long()).toThrow(BrokenBytes);
  });
});

describe('text', () => {
  it('comes back whatever its length and script; half a character becomes the replacement character', () => {
    const unit = fc.constantFrom('a', 'é', '€', '𝄞', '\ud800', '\0');
    const text = fc.oneof(fc.string({ unit, maxLength: 130 }), fc.string({ unit, minLength: 8_000, maxLength: 9_000 }));
    fc.assert(
      fc.property(text, (value) => {
        const bytes = written((slab) => slab.string(value));
        expect(new Cursor(bytes, 0).string()).toBe(value.toWellFormed());
      }),
    );
  });

  it('of every length around the sizes of its length prefix comes back', () => {
    for (const edge of [0, 63, 64, 8_191, 8_192, 1_048_575, 1_048_576]) {
      for (const value of [
        'a'.repeat(edge),
        'é'.repeat(Math.floor(edge / 2)),
        `é${'a'.repeat(Math.max(0, edge - 1))}`,
      ]) {
        const bytes = written((slab) => slab.string(value));
        expect(new Cursor(bytes, 0).string()).toBe(value);
      }
    }
  });

  it('longer than the bytes, or of negative length, is broken', () => {
    for (const length of [5, -1, 2 ** 52]) {
      const bytes = Buffer.from([...varint(length), 97]);
      expect(() => new Cursor(bytes, 0).string()).toThrow(BrokenBytes);
    }
  });
});
