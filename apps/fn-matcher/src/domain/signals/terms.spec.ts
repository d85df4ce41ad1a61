import { describe, expect, it } from '@jest/globals';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { aFound, aLost, saying } from '../../../test/builders/traits.builder.ts';
import { SOURCE } from '../traits/traits.ts';
import { marks } from './marks.ts';
import { sharedBroader } from './shared-broader.ts';
import { STRENGTH_ORDER, strengthOf } from './strength.ts';
import { tags } from './tags.ts';
import { text } from './text.ts';
import { writing } from './writing.ts';

const { terms } = aScoring();
const SIGNALS = { text, marks, tags, writing };

function levels(one: ReturnType<typeof saying>, other: ReturnType<typeof saying>) {
  const seen = Object.entries(SIGNALS).map(([name, compare]) => [
    name,
    compare(aLost(one), aFound(other), terms)?.level,
  ]);
  return Object.fromEntries(seen) as Record<string, string | undefined>;
}

describe('words in common', () => {
  it.each([
    ['text', 'text', 'text'],
    ['marks', 'text', 'marks'],
    ['marks', 'tags', 'marks'],
    ['text', 'tags', 'tags'],
    ['tags', 'tags', 'tags'],
    ['writing', 'text', 'writing'],
    ['name', 'text', 'text'],
  ] as const)('from %s and %s count once, as %s', (one, other, signal) => {
    const seen = levels(saying(['w:lighthouse'], one), saying(['w:lighthouse'], other));
    const counted = Object.keys(seen).filter((name) => seen[name] !== undefined && seen[name] !== 'none');
    expect(counted).toEqual([signal]);
  });

  it('that are makers and models on both sides are left to those signals', () => {
    const seen = levels(saying(['w:nordhike'], 'name'), saying(['w:nordhike'], 'name'));
    expect(Object.values(seen).filter((level) => level !== undefined && level !== 'none')).toEqual([]);
  });

  it('count whatever else is said between them', () => {
    const [one, other] = [saying(['a', 'c', 'e', 'm', 'z']), saying(['b', 'c', 'd', 'm'])];
    expect(terms.of(aLost(one), aFound(other)).text.count).toBe(2);
  });

  it('are told of without a number, so that guesses cannot be counted', () => {
    const words = ['w:a', 'w:b', 'w:c', 'w:d', 'w:e', 'w:f'];
    for (const source of ['text', 'marks', 'tags', 'writing'] as const) {
      const told = words.map((_, at) => {
        const same = saying(words.slice(0, at + 1), source);
        return Object.values(SIGNALS).map((compare) => compare(aLost(same), aFound(same), terms)?.words ?? '');
      });
      expect(told.flat().filter((sentence) => /\d/.test(sentence))).toEqual([]);
    }
  });

  it('speak against where both say much and nothing alike', () => {
    expect(text(aLost(saying(['a', 'b'])), aFound(saying(['c', 'd'])), terms)?.level).toBe('none');
    expect(text(aLost(saying(['a', 'b'])), aFound(), terms)).toBeNull();
  });
});

describe('words alike', () => {
  const bag = { ...saying(['c:bag']) };
  const backpack = { ...saying(['c:backpack']), broader: ['c:bag'], broaderOf: [0] };
  const strap = { ...saying(['c:backpack', 'c:strap']), broader: ['c:bag'], broaderOf: [0] };

  it('are a word and a more general one, from both sides', () => {
    const [one, other] = [text(aLost(bag), aFound(backpack), terms), text(aLost(backpack), aFound(bag), terms)];
    expect(one).toEqual(other);
    expect(one?.level).not.toBe('none');
  });

  it('count nothing where the word itself is shared', () => {
    expect(sharedBroader(aLost(backpack), aFound(strap), terms.rarity)).toBe(0);
    expect(sharedBroader(aLost(backpack), aFound(bag), terms.rarity)).toBeGreaterThan(0);
  });
});

describe('strength', () => {
  it('grows with the bits through all its steps', () => {
    const steps = [0, 1, 3, 5, 7, 9, 13, 17, 30].map((bits) => STRENGTH_ORDER.indexOf(strengthOf(bits)));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(new Set(steps).size).toBe(STRENGTH_ORDER.length);
  });
});

it('each source is a bit of its own', () => {
  const bits = Object.values(SOURCE);
  expect(bits.reduce<number>((sum, bit) => sum | bit, 0)).toBe(bits.reduce<number>((sum, bit) => sum + bit, 0));
});
