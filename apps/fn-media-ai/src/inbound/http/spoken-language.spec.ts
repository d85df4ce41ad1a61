import { describe, expect, it } from '@jest/globals';
import { analysisResponse, toSaid } from './analysis.response.ts';
import { spokenLanguage } from './spoken-language.ts';

const NAVY = { name: 'navy', share: 0.6, hex: '#1b2a49' };

describe('the language of somebody who asks', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['fi, sv;q=0.8', 'en'],
    ['es-MX', 'es'],
    ['FR-ca , en;q=0.5', 'fr'],
    ['fi, en;q=0.4, de-AT;q=0.7', 'de'],
    ['en;q=0, pt-BR;q=0.1', 'pt'],
    ['*,es;q=0.001', 'es'],
    ['de;q=high', 'de'],
    [',;;,=,q', 'en'],
  ])('is, of what %j asks for, %s', (accepted, language) => {
    expect(spokenLanguage(accepted)).toBe(language);
  });
});

describe('a color of an answer', () => {
  it.each([
    ['en', 'navy'],
    ['es', 'azul marino'],
    ['fr', 'bleu marine'],
    ['de', 'dunkelblau'],
    ['pt', 'azul-marinho'],
  ] as const)('keeps its name and has the word of it in %s: %s', (language, word) => {
    const colors = [NAVY, { name: 'a color of before', share: 0.1, hex: null }];
    const said = toSaid({ models: [], tags: [], objects: [], text: [], colors } as never, language);
    expect(said.colors[0]).toEqual({ ...NAVY, word });
    expect(said.colors[1]?.word).toBe('a color of before');
    expect(analysisResponse.shape.colors.parse(said.colors)).toEqual(said.colors);
  });
});
