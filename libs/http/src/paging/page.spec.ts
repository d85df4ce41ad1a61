import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { pageQuery, toPage } from './page.ts';

describe('a page', () => {
  const rows = [1, 2, 3];
  const cut = (limit: number) =>
    toPage(
      rows,
      limit,
      (row) => `item ${row}`,
      (row) => `after ${row}`,
    );

  it('says where the next one begins while there is one', () => {
    expect(cut(2)).toEqual({ items: ['item 1', 'item 2'], nextCursor: 'after 2' });
    expect(cut(3)).toEqual({ items: ['item 1', 'item 2', 'item 3'], nextCursor: null });
  });

  it('has 20 entries unless asked otherwise, and between 1 and 100', () => {
    const query = z.strictObject(pageQuery);
    expect(query.parse({})).toEqual({ limit: 20 });
    expect(query.parse({ limit: '100' })).toEqual({ limit: 100 });
    for (const limit of ['0', '101', '1.5', '', 'all', '-1']) expect(query.safeParse({ limit }).success).toBe(false);
  });
});
