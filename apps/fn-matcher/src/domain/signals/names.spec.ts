import { describe, expect, it } from '@jest/globals';
import { aFound, aLost, saying } from '../../../test/builders/traits.builder.ts';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { brand } from './brand.ts';
import { material } from './material.ts';
import type { Traits } from '../traits/traits.ts';
import { modelName } from './model-name.ts';
import { sort } from './sort.ts';

const { terms } = aScoring({ 'brand:acme': 400 });

function brands(lost: string[], found: string[]) {
  return brand(aLost({ brands: lost }), aFound({ brands: found }), terms);
}

function models(lost: string[], found: string[]) {
  return modelName(aLost({ models: lost }), aFound({ models: found }), terms)?.level;
}

describe('the brand', () => {
  it('says nothing where one does not name it', () => {
    expect([brands([], ['acme']), brands(['acme'], [])]).toEqual([null, null]);
  });

  it('is the same, spelt alike or another', () => {
    expect(brands(['acme', 'other'], ['acme'])?.level).toBe('same');
    expect(brands(['samsonite'], ['samsonyte'])?.level).toBe('misspelt');
    expect(brands(['samsung'], ['sasmung'])?.level).toBe('misspelt');
    expect(brands(['acme'], ['other'])?.level).toBe('different');
    expect(brands(['lg'], ['hp'])?.level).toBe('different');
  });

  it('is rarer the fewer posts name it', () => {
    expect(brands(['nordhike'], ['nordhike'])?.rarity).toBeGreaterThan(brands(['acme'], ['acme'])?.rarity ?? 99);
  });
});

describe('the model', () => {
  it.each([
    ['iphone 13', 'iphone 13', 'same'],
    ['iphone 13', 'iphone 13 pro', 'vaguer'],
    ['iphone 13', 'iphone 12', 'sibling'],
    ['iphone 13', 'galaxy s21', 'different'],
    ['iphone 1', 'iphone 13', 'sibling'],
  ])('%s against %s is %s, from both sides', (one, other, level) => {
    expect([models([one], [other]), models([other], [one])]).toEqual([level, level]);
  });

  it('says nothing where one does not name it', () => {
    expect(models(['iphone 13'], [])).toBeUndefined();
  });
});

describe('the material', () => {
  it('is one in common or none', () => {
    const level = (lost: string[], found: string[]) =>
      material(aLost({ materials: lost }), aFound({ materials: found }), terms)?.level;
    expect(level(['leather', 'metal'], ['leather'])).toBe('same');
    expect(level(['leather'], ['nylon'])).toBe('different');
    expect(level(['leather'], [])).toBeUndefined();
  });
});

describe('what it is called', () => {
  const umbrella = { sorts: ['c:umbrella'], widerSorts: ['c:accessory'] };
  const belt = { sorts: ['c:belt'], widerSorts: ['c:accessory'] };
  const phone = { sorts: ['c:phone'], widerSorts: ['c:electronics'] };
  const device = { sorts: ['c:electronics'], widerSorts: [] };
  const level = (one: Partial<Traits>, other: Partial<Traits>) => sort(aLost(one), aFound(other), terms)?.level;

  it.each([
    ['same', umbrella, umbrella],
    ['wider', phone, device],
    ['kin', umbrella, belt],
    ['other', umbrella, phone],
    [undefined, umbrella, {}],
  ])('is %s, from both sides', (expected, one, other) => {
    expect([level(one, other), level(other, one)]).toEqual([expected, expected]);
  });

  it('is not counted once more as a word in common', () => {
    const said = { ...saying(['c:umbrella', 'w:lighthouse']), ...umbrella };
    expect(terms.of(aLost(said), aFound(said)).text.count).toBe(1);
  });
});
