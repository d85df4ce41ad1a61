import { describe, expect, it } from '@jest/globals';
import { CATEGORIES } from './item-categories.ts';
import { hasPortrait, isAboutOwner, sensitivityOf } from './item-sensitivity.ts';

describe('how much of a thing strangers must not see', () => {
  it.each([
    ['bags.backpack', 0],
    ['', 0],
    ['wallets.purse', 1],
    ['medical.medication', 1],
    ['documents.card', 1],
    ['documents.passport', 2],
  ])('is, of "%s", %d', (category, sensitivity) => {
    expect(sensitivityOf(category)).toBe(sensitivity);
  });

  it('is known of things that the house has, and papers with a portrait are about their owner', () => {
    const delicate = CATEGORIES.filter(isAboutOwner);
    expect(delicate).toHaveLength(10);
    expect(delicate.filter(hasPortrait)).toEqual(CATEGORIES.filter(hasPortrait));
  });
});
