import { describe, expect, it } from '@jest/globals';
import { isCategory } from '@foundnow/kernel';
import { categoryOfLabels } from './label-category.ts';

const said = (value: string, confidence: number) => ({ value, confidence });

describe('categoryOfLabels', () => {
  it.each([
    ['Mobile phone', 'electronics.phone'],
    ['Luggage & bags, rolling suitcase', 'bags.suitcase'],
    ['Earring', 'jewelry.earring'],
    ['Ring', 'jewelry.ring'],
    ['Key', 'keys.house'],
    ['Keychain', 'keys.keychain'],
    ['Sunglasses', 'eyewear.sunglasses'],
    ['Baseball cap', 'clothing.hat'],
    ['Passport', 'documents.passport'],
  ])('takes %s for %s', (label, category) => {
    expect(categoryOfLabels([said(label, 0.9)])).toEqual(said(category, 0.9));
    expect(isCategory(category)).toBe(true);
  });

  it('believes the surest label that names an item', () => {
    const labels = [said('Wallet', 0.6), said('Blue', 0.99), said('Backpack', 0.8)];
    expect(categoryOfLabels(labels)).toEqual(said('bags.backpack', 0.8));
  });

  it.each(['Keyboard', 'Spring', 'Monkey', 'Catalogue', 'Dogma', 'Material property', ''])(
    'does not hear an item in %j',
    (label) => {
      expect(categoryOfLabels([said(label, 1)])).toBeNull();
    },
  );
});
