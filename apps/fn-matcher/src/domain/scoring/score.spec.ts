import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aScoring } from '../../../test/builders/scoring.builder.ts';
import { aFound, aLost, saying } from '../../../test/builders/traits.builder.ts';
import { termsOf } from '../traits/terms.ts';
import type { Traits } from '../traits/traits.ts';
import { probabilityOf, score } from './score.ts';
import { countTerms } from './term-frequencies.ts';

const WORDS = ['c:backpack', 'c:sticker', 'c:zip', 'w:lighthouse', 'w:nordhike'];
const said = fc.subarray(WORDS).map((words) => saying(words));
const colors = fc.subarray(['black', 'navy', 'red']).map((names) => names.map((name) => ({ name, said: true })));
const brands = fc.subarray(['acme', 'nordhike']);
const parts: fc.Arbitrary<Partial<Traits>> = fc
  .tuple(said, colors, brands, fc.integer({ min: -72, max: 900 }))
  .map(([words, color, brand, hours]) => {
    const from = aFound().from + hours * 3_600_000;
    return { ...words, colors: color, brands: brand, from, to: from, reportedAt: from };
  });

describe('the score of a pair', () => {
  it('is the sum of its reasons', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const { weight, reasons } = score(aLost(one), aFound(other), aScoring());
        expect(reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBeCloseTo(weight, 9);
      }),
    );
  });

  it('is the same when it is asked again', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const scored = score(aLost(one), aFound(other), aScoring());
        expect(score(aLost(one), aFound(other), aScoring())).toEqual(scored);
      }),
    );
  });

  it.each(['brands', 'models', 'colors', 'materials', 'identifiers', 'photoHashes', 'vectors'] as const)(
    'is not changed by %s of one side alone',
    (field) => {
      const full = aLost({
        brands: ['acme'],
        models: ['acme 3'],
        colors: [{ name: 'red', said: true }],
        materials: ['leather'],
        identifiers: [{ type: 'serial', exact: ['x'], near: ['y'] }],
        photoHashes: [[1, 2, 3, 4, 5, 6, 7, 8]],
        vectors: [{ model: 'm', values: Float32Array.of(1, 0) }],
      });
      const bare = score(aLost(), aFound(), aScoring());
      expect(score(aLost({ [field]: full[field] }), aFound(), aScoring())).toEqual(bare);
      expect(score(aLost(), aFound({ [field]: full[field] }), aScoring())).toEqual(bare);
    },
  );

  it('is not changed by a signal that is switched off', () => {
    const scoring = aScoring();
    const off = { ...scoring, signals: scoring.signals.filter(({ name }) => name !== 'brand') };
    const [lost, found] = [aLost({ brands: ['acme'] }), aFound({ brands: ['acme'] })];
    expect(score(lost, found, off)).toEqual(score(aLost(), aFound(), scoring));
  });

  it('is higher the rarer the word or brand that both say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (one, other) => {
        const [rare, common] = [Math.min(one, other), Math.max(one, other)];
        const lost = aLost({ ...saying(['w:lighthouse']), brands: ['acme'] });
        const found = aFound({ ...saying(['w:lighthouse']), brands: ['acme'] });
        const by = (posts: number) =>
          score(lost, found, aScoring({ 'w:lighthouse': posts, 'brand:acme': posts })).weight;
        expect(by(rare)).toBeGreaterThanOrEqual(by(common));
      }),
    );
  });

  it('is lower for what cannot be', () => {
    const like = { ...saying(['w:lighthouse']), brands: ['acme'] };
    const possible = score(aLost(like), aFound(like), aScoring());
    const early = aLost().from - 5 * 86_400_000;
    const impossible: Partial<Traits>[] = [
      { from: early, to: early, reportedAt: early },
      { brands: ['other'] },
      { lat: 41.4, lng: 2.17 },
    ];
    for (const part of impossible) {
      expect(score(aLost(like), aFound({ ...like, ...part }), aScoring()).weight).toBeLessThan(possible.weight);
    }
  });

  it('is lower where serial numbers differ', () => {
    const having = (number: string) => ({ identifiers: [{ type: 'serial', exact: [number], near: [] }] });
    const silent = score(aLost(), aFound(), aScoring()).weight;
    expect(score(aLost(having('a')), aFound(having('b')), aScoring()).weight).toBeLessThan(silent);
    expect(score(aLost(having('a')), aFound(having('a')), aScoring()).weight).toBeGreaterThan(silent);
  });

  it('is lower the more such things lie where it was lost', () => {
    const crowded = { ...aScoring(), frequencies: countTerms(Array.from({ length: 200 }, () => termsOf(aFound()))) };
    expect(score(aLost(), aFound(), crowded).probability).toBeLessThan(
      score(aLost(), aFound(), aScoring()).probability,
    );
  });

  it('tells neither side a word, mark, brand or serial of the other', () => {
    const secret = {
      ...saying(['w:zanzibar'], 'marks'),
      brands: ['nordhike'],
      models: ['fjell 24'],
      identifiers: [{ type: 'serial', exact: ['hash-of-it'], near: [] }],
    };
    const told = JSON.stringify(score(aLost(secret), aFound(secret), aScoring()).reasons);
    expect(told).toContain('marks in common');
    for (const word of ['zanzibar', 'nordhike', 'fjell', 'hash-of-it']) expect(told).not.toContain(word);
  });
});

describe('the probability', () => {
  it('rises with the weight and is never 0 or 1', () => {
    const weights = fc.float({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(weights, weights, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((weight) =>
          probabilityOf(weight, { slope: 0.8, shift: -1 }),
        );
        expect(low).toBeLessThanOrEqual(high ?? 0);
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThan(1);
      }),
    );
  });
});
