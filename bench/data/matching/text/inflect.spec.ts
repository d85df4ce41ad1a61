import { describe, expect, it } from '@jest/globals';
import { agree, article, nounOf, type Use } from './inflect.ts';
import type { Language } from '../post.ts';

const said = (language: Language, adjective: string, entry: string, use: Use): string => {
  const noun = nounOf(entry);
  const colour = agree(language, adjective, noun, use);
  const words = language === 'de' || language === 'en' ? `${colour} ${noun.word}` : `${noun.word} ${colour}`;
  return article(language, noun, use, words) + words;
};

describe('a noun with its adjective', () => {
  it.each<[Language, string, string, Use, string]>([
    ['en', 'orange', 'umbrella', 'a', 'an orange umbrella'],
    ['en', 'black', 'glasses.p', 'a', 'some black glasses'],
    ['es', 'negro', 'llaves.fp', 'my', 'mis llaves negras'],
    ['es', 'marrón', 'guantes.mp', 'a', 'unos guantes marrones'],
    ['es', '=gris oscuro', 'mochila.f', 'a', 'una mochila gris oscuro'],
    ['fr', 'blanc/blanche', 'écharpe.f', 'my', 'mon écharpe blanche'],
    ['fr', 'noir/noire', 'lunettes.fp', 'a', 'des lunettes noires'],
    ['de', 'schwarz', 'Rucksack.m', 'bare', 'schwarzer Rucksack'],
    ['de', 'schwarz', 'Rucksack.m', 'my', 'meinen schwarzen Rucksack'],
    ['de', 'dunkel', 'Handy.n', 'a', 'ein dunkles Handy'],
    ['de', '=rosa', 'Schlüssel.p', 'my', 'meine rosa Schlüssel'],
    ['pt', 'azul', 'luvas.fp', 'a', 'umas luvas azuis'],
    ['pt', 'preto', 'carteira.f', 'my', 'a minha carteira preta'],
  ])('in %s: %s with %s', (language, adjective, noun, use, expected) => {
    expect(said(language, adjective, noun, use)).toBe(expected);
  });
});
