import { describe, expect, it } from '@jest/globals';
import { colorNameOf } from './color-name.ts';
import { COLOR_WORDS, type ColorName, colorWord } from './color-words.ts';
import { hexOfOklab, oklabOfHex } from './oklab.ts';

/** Colours that have a name elsewhere (CSS, flags, school colours), none of them an example of the table. */
const KNOWN: readonly (readonly [ColorName, ...string[]])[] = [
  ['black', '#000000', '#111417', '#202226'],
  ['dark gray', '#36454f', '#494949'],
  ['gray', '#777777', '#8a8f94'],
  ['light gray', '#bcbec0', '#d3d3d3'],
  ['white', '#efefef', '#fafafa'],
  ['cream', '#fffdd0', '#f5f0d8'],
  ['beige', '#e8dcc4', '#d9c6a5'],
  ['tan', '#bc8f5f'],
  ['brown', '#8b4513', '#654321', '#3d2b1f', '#964b00'],
  ['burgundy', '#900c3f', '#7b1e32', '#4a0e1a'],
  ['red', '#b22222', '#dc143c', '#ff0000', '#c8102e'],
  ['coral', '#ff7f50'],
  ['orange', '#ffa500', '#ff6600', '#ed7014'],
  ['gold', '#d4a017', '#b59410'],
  ['yellow', '#ffeb3b', '#ffff00'],
  ['olive', '#808000'],
  ['khaki', '#9c8f63'],
  ['green', '#008000', '#228b22', '#2e8b57', '#00a550'],
  ['dark green', '#013220', '#0b3d20', '#1e4d2b'],
  ['light green', '#90ee90', '#a8d08d'],
  ['mint', '#aaf0d1'],
  ['turquoise', '#00ced1'],
  ['teal', '#008080', '#006d6f', '#004c54'],
  ['light blue', '#add8e6', '#87ceeb', '#b0d4f1'],
  ['blue', '#4169e1', '#0000ff', '#0047ab', '#335577', '#4682b4'],
  ['navy', '#001f3f', '#1c2841', '#202a44', '#121a33'],
  ['purple', '#800080', '#663399', '#4b0082', '#8e4585'],
  ['lavender', '#b9a0e8', '#c4b5e0'],
  ['pink', '#ffc0cb', '#f4a6c0', '#e8b4b8'],
  ['fuchsia', '#ff00ff', '#e0218a', '#c71585'],
];

describe('the name of a colour', () => {
  it.each(KNOWN)('is %s for what people call so', (name, ...hexes) => {
    expect(hexes.map((hex) => colorNameOf(oklabOfHex(hex)))).toEqual(hexes.map(() => name));
  });

  it('is itself for every example of the table', () => {
    for (const [name, { like }] of Object.entries(COLOR_WORDS)) {
      expect(like.map((hex) => colorNameOf(oklabOfHex(hex)))).toEqual(like.map(() => name));
    }
  });

  it('is another word for each colour in every language, and English where a language has none', () => {
    const names = Object.keys(COLOR_WORDS) as ColorName[];
    expect(names).toHaveLength(KNOWN.length);
    for (const language of ['en', 'es-MX', 'fr', 'de', 'PT-BR']) {
      const words = new Set(names.map((name) => colorWord(name, language)));
      expect(words.size).toBe(names.length);
    }
    expect(colorWord('navy', 'de-AT')).toBe('dunkelblau');
    expect(colorWord('navy', 'fi')).toBe('navy');
  });

  it('is told from numbers that give the same colour back', () => {
    for (const hex of ['#000000', '#ffffff', '#1b2a49', '#ff00ff', '#7a7a1f'])
      expect(hexOfOklab(oklabOfHex(hex))).toBe(hex);
  });
});
