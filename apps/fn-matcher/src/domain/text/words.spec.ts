import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './words.ts';

const forms = (text: string) => wordsOf(text).map(({ form }) => form);

describe('the words of a text', () => {
  it.each([
    ["l'étui d'occasion", ['etui', 'occasion']],
    ["Levi's jacket", ['levi', 'jacket']],
    ['porte-monnaie', ['porte', 'monnaie']],
    ['wh-1000xm4', ['wh1000xm4']],
    ['MP3-Player', ['mp3', 'player']],
    ['18-55mm', ['18', '55mm']],
    ['H&M coat', ['h&m', 'coat']],
    ['13" laptop', ['13"', 'laptop']],
    ['"Tom 2014"', ['tom', '2014']],
    ['13,3 Zoll', ['13,3', 'zoll']],
    ['gorro de lã', ['gorro', 'de', 'lan']],
    ['🎒🔑', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('know where a clause and where a sentence begins', () => {
    const [found, black, wallet, keys] = wordsOf('Found. Black wallet, keys');
    expect([found?.begins, black?.begins, wallet?.begins, keys?.begins]).toEqual([true, true, false, false]);
    expect([wallet?.apart, keys?.apart]).toEqual([false, true]);
  });

  it('know a capital where none is due', () => {
    expect(wordsOf('Lost a Coach bag. Blue').map(({ capital }) => capital)).toEqual([false, false, true, false, false]);
  });

  it('end somewhere', () => {
    expect(wordsOf('a '.repeat(50_000)).length).toBeLessThanOrEqual(800);
    expect(wordsOf('x'.repeat(50_000))).toEqual([]);
  });
});
