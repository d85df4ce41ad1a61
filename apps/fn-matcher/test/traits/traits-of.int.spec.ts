import { describe, expect, it } from '@jest/globals';
import { anAnalysis, anItem } from '../builders/item.builder.ts';
import { readLexicon } from '../../src/outbound/knowledge/read-lexicon.ts';
import type { Item } from '../../src/domain/item/item.ts';
import { termsOf } from '../../src/domain/traits/terms.ts';
import { storedTraits, traitsOf } from '../../src/domain/traits/traits-of.ts';
import { SOURCE, type Traits } from '../../src/domain/traits/traits.ts';

const lexicon = readLexicon();
const read = (parts: Partial<Item>) => traitsOf(anItem(parts), lexicon);
const named = (parts: Partial<Item['attributes']>) => ({ attributes: { ...anItem().attributes, ...parts } });

function sourcesOf({ terms, sources }: Traits, term: string): number {
  return sources[terms.indexOf(term)] ?? 0;
}

describe('the traits of an item', () => {
  it('are the same words in every language', () => {
    const one = read({ title: 'Blue umbrella with a wooden handle' });
    const other = read({ title: 'Parapluie bleu avec une poignée en bois', language: 'fr' });
    expect(one.terms.filter((term) => other.terms.includes(term))).toContain('c:umbrella');
    expect(one.colors[0]).toEqual(other.colors[0]);
    expect(one.materials).toEqual(other.materials);
  });

  it('tell who says a word', () => {
    const traits = read({
      title: 'backpack',
      ...named({ marks: 'a lighthouse, zanzibar' }),
      analysis: anAnalysis({
        tags: [{ name: 'umbrella', confidence: 0.9 }],
        text: [{ value: 'Quorvex', confidence: 0.9 }],
      }),
    });
    expect(sourcesOf(traits, 'c:backpack') & SOURCE.text).toBeTruthy();
    expect(sourcesOf(traits, 'c:umbrella')).toBe(SOURCE.tags);
    const writing = traits.terms.filter((_, at) => traits.sources[at] === SOURCE.writing);
    expect(writing.length).toBeGreaterThan(0);
    expect(traits.terms.filter((_, at) => traits.sources[at] === SOURCE.marks).length).toBeGreaterThan(0);
    expect(traits.allSources).toBe(SOURCE.text | SOURCE.marks | SOURCE.tags | SOURCE.writing);
  });

  it('leave out what photos show unsurely', () => {
    const unsure = anAnalysis({
      category: { value: 'pets.dog', confidence: 0.3 },
      tags: [{ name: 'umbrella', confidence: 0.1 }],
      colors: [{ name: 'red', share: 0.02 }],
    });
    const { categories, terms, colors } = read({ analysis: unsure });
    expect([categories, terms, colors]).toEqual([['bags.backpack'], [], []]);
  });

  it('put what the author says before what the photos show', () => {
    const seen = anAnalysis({
      category: { value: 'bags.tote', confidence: 0.9 },
      brand: { value: 'Nike', confidence: 0.9 },
      colors: [{ name: 'red', share: 0.9 }],
    });
    const { categories, brands, colors } = read({ ...named({ brand: 'Adidas', color: ['blue'] }), analysis: seen });
    expect(categories).toEqual(['bags.backpack', 'bags.tote']);
    expect(brands).toEqual(['adidas', 'nike']);
    expect(colors.map(({ name, said }) => [name, said])).toEqual([
      ['blue', true],
      ['red', false],
    ]);
  });

  it('know a maker that no lexicon knows, and one model by its fullest name', () => {
    expect(read(named({ brand: 'Quorvex' })).brands).toHaveLength(1);
    const { models } = read({ title: 'My iPhone', ...named({ brand: 'Apple', model: 'iPhone 13' }) });
    expect(models).toEqual(['iphone 13']);
  });

  it('are in order, whatever the order in which things are said', () => {
    const tags = ['zebra', 'umbrella', 'key', 'quorvex'];
    const [one, other] = [read({ tags }), read({ tags: tags.toReversed() })];
    expect(one.terms).toEqual(other.terms);
    expect(one.terms).toEqual([...one.terms].sort());
    expect(one.broader).toEqual([...one.broader].sort());
    expect(one.sources).toHaveLength(one.terms.length);
    expect(one.broaderOf.every((at) => at < one.terms.length)).toBe(true);
  });

  it('are kept as plain JSON, without the vectors', () => {
    const vectors = [{ model: 'm', values: Float32Array.of(1, 0) }];
    const hashes = [{ algorithm: 'pdq', value: 'f'.repeat(64) }];
    const traits = read({ title: 'backpack', analysis: anAnalysis({ vectors, hashes }) });
    const stored = storedTraits(traits);
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
    expect({ ...stored, vectors }).toEqual(traits);
    expect(traits.photoHashes).toEqual([Array.from({ length: 8 }, () => 0xffffffff)]);
  });

  it('count for each word, alone and in the family, for the places and for the week', () => {
    const terms = termsOf(read({ title: 'backpack', kind: 'found' }));
    expect(terms).toEqual(expect.arrayContaining(['c:backpack', 'c:backpack@bags', 'family:bags', 'kind:found']));
    expect(terms.filter((term) => term.startsWith('at:found:'))).toHaveLength(3);
    expect(terms.filter((term) => term.startsWith('week:found:'))).toHaveLength(1);
  });

  it('hold no end before the beginning, and the poorer of radius and accuracy', () => {
    const place = { lat: 1, lng: 2, accuracyMeters: 900 };
    const { from, to, spreadMeters } = read({ place, occurredFrom: 5_000, occurredTo: 1_000 });
    expect([from, to, spreadMeters]).toEqual([5_000, 5_000, 900]);
  });
});
