import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isReference, makeReference } from './item-reference.ts';

const references = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(makeReference);
const characters = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const positions = fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 8);

describe('item reference', () => {
  it('reads back what it made, in lower case and without the dash too', () => {
    fc.assert(
      fc.property(
        references,
        (reference) => isReference(reference) && isReference(reference.toLowerCase().replace('-', ' ')),
      ),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(references, positions, fc.constantFrom(...characters), (reference, at, other) => {
        fc.pre(reference[at] !== other);
        expect(isReference(reference.slice(0, at) + other + reference.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('notices every swap of two characters of its body', () => {
    fc.assert(
      fc.property(
        references,
        fc.constantFrom(0, 1, 2, 3, 5, 6, 7),
        fc.constantFrom(0, 1, 2, 3, 5, 6, 7),
        (reference, a, b) => {
          fc.pre(reference[a] !== reference[b]);
          const swapped = [...reference];
          [swapped[a], swapped[b]] = [reference[b] ?? '', reference[a] ?? ''];
          expect(isReference(swapped.join(''))).toBe(false);
        },
      ),
    );
  });

  it('is no reference with a letter outside the alphabet or of another length', () => {
    expect(isReference('ABCD-EFGO')).toBe(false);
    expect(isReference('ABCD-EF')).toBe(false);
  });
});
