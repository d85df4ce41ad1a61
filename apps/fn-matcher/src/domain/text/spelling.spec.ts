import { describe, expect, it } from '@jest/globals';
import { spellingDistance } from './spelling-distance.ts';
import { spellingIndex } from './spelling.ts';

const index = spellingIndex(
  ['umbrella', 'wallet', 'wallets', 'backpack', 'valise', 'scarf', 'scars', 'ring'],
  (word) => word,
);

describe('spelling', () => {
  it.each([
    ['umbrela', 'umbrella'],
    ['umbrlela', 'umbrella'],
    ['bakcpakc', 'backpack'],
    ['balise', 'valise'],
  ])('knows %s for %s', (written, meant) => {
    expect(index.nearest(written)?.word).toBe(meant);
  });

  it.each(['rinf', 'wxlxet', 'iphone13', 'scar', 'mbrella', ''])('takes %s for nothing', (written) => {
    expect(index.nearest(written)).toBeNull();
  });

  it('says nothing when two words that mean different things are as near', () => {
    expect(index.nearest('scarff')?.word).toBe('scarf');
    expect(spellingIndex(['scarf', 'scarp'], (word) => word).nearest('scark')).toBeNull();
  });

  it('counts a swap of neighbours once', () => {
    expect(spellingDistance('wallet', 'wlalet', 2)).toBe(1);
    expect(spellingDistance('wallet', 'umbrella', 2)).toBe(3);
  });
});
