import { describe, expect, it } from '@jest/globals';
import { aReport } from '../../../test/post.builder.ts';
import { searchedWords, wordsOf } from './search-words.ts';

describe('the words of a text', () => {
  it.each([
    ['iPad 10.2" (Wi-Fi)', ['ipad', '10', '2', 'wi', 'fi']],
    ['Keys/wallet, 3.5mm', ['keys', 'wallet', '3', '5mm']],
    ['grün/blau', ['grün', 'blau']],
    ['ＦＵＬＬ ｗｉｄｔｈ', ['full', 'width']],
    ['-3310', ['3310']],
    ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया']],
    ['---', []],
  ])('%s are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('have a length that an index can hold', () => {
    const [word = ''] = wordsOf('𝒳a'.repeat(500));
    expect(word.length).toBeLessThanOrEqual(64);
    expect(wordsOf('😀'.repeat(10))).toEqual([]);
  });

  it('of a post are those that strangers may read, each once', () => {
    const attributes = { brand: 'Nord-Hike', model: null, color: ['blue'], material: null, marks: null };
    const words = searchedWords(aReport({ title: 'Blue bag', description: 'A bag.', tags: ['bag'], attributes }));
    expect(words).toEqual(['blue', 'bag', 'a', 'nord', 'hike']);
  });
});
