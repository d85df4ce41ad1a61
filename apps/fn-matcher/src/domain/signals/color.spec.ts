import { describe, expect, it } from '@jest/globals';
import { aFound, aLost } from '../../../test/builders/traits.builder.ts';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { colorSignal } from './color.ts';

const SHADES: Readonly<Record<string, number>> = { black: 0, navy: 0.1, blue: 0.28, red: 0.7, white: 1 };
const { terms } = aScoring();
const compare = colorSignal((one, other) => {
  const [a, b] = [SHADES[one], SHADES[other]];
  return a === undefined || b === undefined ? null : Math.abs(a - b);
});

function level(lost: string[], found: string[]) {
  const [one, other] = [lost, found].map((names) => names.map((name) => ({ name, said: true })));
  return compare(aLost({ colors: one ?? [] }), aFound({ colors: other ?? [] }), terms)?.level;
}

describe('the colour', () => {
  it.each([
    [['black'], ['black', 'red'], 'same'],
    [['black'], ['navy'], 'like'],
    [['black'], ['red', 'navy'], 'partly'],
    [['black'], ['blue'], 'near'],
    [['black'], ['white'], 'different'],
  ])('%j against %j is %s, from both sides', (one, other, expected) => {
    expect([level(one, other), level(other, one)]).toEqual([expected, expected]);
  });

  it('that nobody knows is itself and no other', () => {
    expect(level(['glitter'], ['glitter'])).toBe('same');
    expect(level(['glitter'], ['black'])).toBe('different');
  });

  it('says nothing where one does not name it', () => {
    expect(level([], ['black'])).toBeUndefined();
  });
});
