import { describe, expect, it } from '@jest/globals';
import { folded } from './folded.ts';

describe('folding a text', () => {
  it.each([
    ['Handyhülle', 'handyhulle'],
    ['Straße', 'strasse'],
    ['SAC À DOS', 'sac a dos'],
    ['nœud', 'noeud'],
    ['ＩＰｈｏｎｅ', 'iphone'],
    ['cora\u0301c\u0327a\u0303o', 'coracao'],
    ['wal\u00adlet\u200b', 'wallet'],
    ['Kånken', 'kanken'],
  ])('spells %s as %s', (written, spelled) => {
    expect(folded(written)).toBe(spelled);
  });

  it('comes to an end with what is meant to hold it up', () => {
    expect(folded(`a${'\u0301'.repeat(10_000)}`)).toBe('a');
  });
});
