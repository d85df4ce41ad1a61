import { describe, expect, it } from '@jest/globals';
import { CATEGORIES } from '@foundnow/kernel';
import { conceptsOf } from '../../src/domain/text/build-lexicon.ts';
import { LANGUAGES } from '../../src/domain/text/languages.ts';
import { readText } from '../../src/domain/text/read-text.ts';
import { writtenForms } from '../../src/domain/text/written-forms.ts';
import { listOf } from '../../src/domain/text/word-table.ts';
import { readLexicon, readLexiconTables } from '../../src/outbound/knowledge/read-lexicon.ts';
import { lexiconProblems } from './lexicon-problems.ts';

const tables = readLexiconTables();
const lexicon = readLexicon();
const concepts = conceptsOf(tables);

describe('the lexicon', () => {
  it('has no form that means two things though nobody marked it so', () => {
    expect(lexiconProblems(tables)).toEqual([]);
  });

  it('has a word in each language for everything', () => {
    const silent = concepts.flatMap(({ id, row }) =>
      LANGUAGES.filter((language) => !row[language]).map((no) => `${id} ${no}`),
    );
    expect(silent).toEqual([]);
  });

  it('names each concept once, and under concepts that there are', () => {
    const ids = concepts.map(({ id }) => id);
    expect(new Set(ids)).toHaveProperty('size', ids.length);
    const above = concepts.flatMap(({ row }) => row['under'] || []);
    expect(above.filter((id) => !ids.includes(id))).toEqual([]);
    expect(lexicon.broader('hoodie')).toEqual(['sweater', 'clothing']);
  });

  it('covers every category of the house, and no other', () => {
    const covered = new Set(tables.items.flatMap((row) => listOf(row['categories'])));
    expect([...covered].toSorted()).toEqual([...CATEGORIES].toSorted());
  });

  it('hints with brands at categories that there are, or at groups of them', () => {
    const known = new Set([...CATEGORIES, ...CATEGORIES.map((category) => category.split('.')[0])]);
    const hints = tables.brands.flatMap((row) =>
      listOf(row['categories']).map((hint) => ({ brand: row['brand'], hint })),
    );
    expect(hints.filter(({ hint }) => !known.has(hint))).toEqual([]);
  });

  it('gives each of its families a concept that there is', () => {
    const ids = new Set(concepts.map(({ id }) => id));
    expect([...tables.families, ...tables.bareModels].filter((row) => !ids.has(row['concept'] ?? ''))).toEqual([]);
  });

  it('is as wide as it is said to be', () => {
    const forms = concepts.flatMap(({ row }) => LANGUAGES.flatMap((language) => writtenForms(row[language])));
    expect(forms.length).toBeGreaterThan(18_000);
    expect(tables.brands.length).toBeGreaterThan(800);
    for (const language of LANGUAGES) {
      const colors = tables.colors.flatMap((row) => listOf(row[language]));
      expect(colors.length).toBeGreaterThan(250);
    }
  });

  it('reads each of its forms as what it stands for, whatever the language', () => {
    const misread = concepts.flatMap(({ id, row }) =>
      LANGUAGES.flatMap((language) =>
        writtenForms(row[language])
          .map(({ text }) => ({ text, read: readText(text, language, lexicon) }))
          .filter(({ read }) => !read.colors.includes(id) && !read.concepts.some((concept) => concept.id === id))
          .map(({ text }) => `${language} ${id}: ${text}`),
      ),
    );
    expect(misread).toEqual([]);
  });

  it.each([
    ['navy', 'black', 'orange'],
    ['burgundy', 'red', 'green'],
    ['beige', 'cream', 'purple'],
    ['gray', 'silver', 'yellow'],
    ['turquoise', 'teal', 'red'],
  ])('has %s nearer to %s than to %s', (color, near, far) => {
    expect(lexicon.colorDistance(color, near)).toBeLessThan(lexicon.colorDistance(color, far) ?? 0);
  });
});
