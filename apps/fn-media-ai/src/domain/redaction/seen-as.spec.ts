import { describe, expect, it } from '@jest/globals';
import { seenAs } from './seen-as.ts';

describe('what a photo is covered as', () => {
  it.each([
    ['other.other', 'documents.id', 0.95],
    ['', 'documents.passport', 0.5],
    ['wallets.wallet', 'documents.license', 0.6],
    ['bags.handbag', 'wallets.purse', 0.8],
  ])('is, posted as "%s", %s when a model is so sure of it (%d)', (category, value, confidence) => {
    expect(seenAs(category, { value, confidence })).toBe(value);
  });

  it.each([
    ['other.other', 'documents.id', 0.49],
    ['documents.passport', 'documents.id', 0.99],
    ['documents.id', 'bags.backpack', 0.99],
    ['bags.tote', 'bags.backpack', 0.99],
  ])('stays "%s" when a model says %s (%d)', (category, value, confidence) => {
    expect(seenAs(category, { value, confidence })).toBe(category);
  });

  it('stays what its post says when no model looked', () => {
    expect(seenAs('other.other', null)).toBe('other.other');
  });
});
