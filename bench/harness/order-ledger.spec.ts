import { describe, expect, it } from '@jest/globals';
import { OrderLedger } from './order-ledger.ts';

const ledgerOf = (...seen: [string, number][]): OrderLedger => {
  const ledger = new OrderLedger();
  for (const [key, number] of seen) ledger.see(key, number);
  return ledger;
};

describe('order ledger', () => {
  it('counts what came in order, key by key', () => {
    const ledger = ledgerOf(['a', 1], ['b', 1], ['a', 2], ['b', 2], ['b', 3]);
    expect(ledger).toMatchObject({ distinct: 5, duplicates: 0, inversions: 0 });
    expect(ledger.highestOf('b')).toBe(3);
  });

  it('calls a repeat a duplicate and no inversion', () => {
    expect(ledgerOf(['a', 1], ['a', 2], ['a', 1], ['a', 2])).toMatchObject({
      distinct: 2,
      duplicates: 2,
      inversions: 0,
    });
  });

  it('notices a swap of two numbers of one key, and what was overtaken is missing from its count', () => {
    expect(ledgerOf(['a', 1], ['a', 3], ['a', 2], ['a', 4])).toMatchObject({ distinct: 3, inversions: 1 });
  });

  it('notices a number that never came', () => {
    expect(ledgerOf(['a', 1], ['a', 3])).toMatchObject({ distinct: 2, inversions: 1 });
  });
});
