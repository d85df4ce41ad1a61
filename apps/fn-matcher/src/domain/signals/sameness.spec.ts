import { describe, expect, it } from '@jest/globals';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { aFound, aLost } from '../../../test/builders/traits.builder.ts';
import { wordsOfPhoto } from '../traits/hash-words.ts';
import { categorySignal } from './category.ts';
import { photoHash } from './photo-hash.ts';
import { serial } from './serial.ts';
import { vector } from './vector.ts';

const { terms } = aScoring();

describe('the serial number', () => {
  const having = (exact: string, near: string[] = [], type = 'serial') => ({
    identifiers: [{ type, exact: [exact], near }],
  });
  const level = (one: ReturnType<typeof having>, other: ReturnType<typeof having>) =>
    serial(aLost(one), aFound(other), terms)?.level;

  it('is the same, a slip apart or another', () => {
    expect(level(having('a'), having('a'))).toBe('same');
    expect(level(having('a', ['x', 'y']), having('b', ['y', 'z']))).toBe('near');
    expect(level(having('a', ['x']), having('x', ['z']))).toBe('near');
    expect(level(having('a', ['x']), having('b', ['z']))).toBe('different');
  });

  it('of one type says nothing of another type, unless it is the same', () => {
    expect(level(having('a'), having('b', [], 'imei'))).toBeUndefined();
    expect(level(having('a'), having('a', [], 'imei'))).toBe('same');
  });
});

describe('the photo', () => {
  const hash = (hex: string) => ({
    photoHashes: [wordsOfPhoto({ algorithm: 'pdq', value: hex.repeat(64 / hex.length) })],
  });
  const flipped = (bits: number) => {
    const words = Array.from({ length: 8 }, (_, at) => 2 ** Math.max(0, Math.min(32, bits - at * 32)) - 1);
    return { photoHashes: [words.map((word) => (word ^ 0x0f0f0f0f) >>> 0)] };
  };

  it('is one up to 31 of 256 bits', () => {
    const level = (bits: number) => photoHash(aLost(hash('0f')), aFound(flipped(bits)), terms)?.level;
    expect([0, 31, 32, 200].map(level)).toEqual(['same', 'same', undefined, undefined]);
  });

  it('looks like another by vectors of one model only', () => {
    const seen = (model: string, ...values: number[]) => ({ vectors: [{ model, values: Float32Array.from(values) }] });
    const level = (one: ReturnType<typeof seen>, other: ReturnType<typeof seen>) =>
      vector(aLost(one), aFound(other), terms)?.level;
    expect(level(seen('a', 1, 0), seen('a', 1, 0))).toBe('alike');
    expect(level(seen('a', 1, 0), seen('a', 0, 1))).toBe('different');
    expect(level(seen('a', 1, 0), seen('b', 1, 0))).toBeUndefined();
  });
});

describe('the category', () => {
  const compare = categorySignal((one, other) => [one, other].toSorted().join() === 'bags.handbag,wallets.purse');
  const level = (one: string[], other: string[]) =>
    compare(aLost({ categories: one }), aFound({ categories: other }), terms)?.level;

  it.each([
    [['bags.handbag'], ['bags.handbag'], 'same'],
    [['bags.handbag', 'bags.tote'], ['bags.tote'], 'seen-same'],
    [['bags.handbag'], ['wallets.purse'], 'confusable'],
    [['bags.handbag'], ['bags.suitcase'], 'family'],
    [['bags.handbag'], ['pets.dog'], 'other'],
  ])('%j against %j is %s, from both sides', (one, other, expected) => {
    expect([level(one, other), level(other, one)]).toEqual([expected, expected]);
  });
});
