import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sizes } from '../verify/checks/sizes.ts';

describe('the sizes of files', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fn-sizes-'));
    mkdirSync(join(root, 'libs'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const rulesFor = async (counts: readonly number[]): Promise<string[]> => {
    for (const [index, count] of counts.entries()) writeFileSync(join(root, `libs/${index}.ts`), 'x;\n'.repeat(count));
    const { problems } = await sizes.run({ root, env: {} });
    return problems.map(({ rule }) => rule);
  };

  it('are fine at the limits', async () => {
    expect(await rulesFor([1, 1, 1, 1, 40, 41, 41, 41, 120, 250])).toEqual([]);
  });

  it('are refused when the median file is too long', async () => {
    expect(await rulesFor([1, 41, 120])).toEqual(['file-median']);
  });

  it('are refused when more than one file in ten is too long', async () => {
    expect(await rulesFor([1, 1, 1, 1, 1, 1, 1, 1, 121, 122])).toEqual(['file-ninetieth']);
  });

  it('do not count the end of the last line as a line', async () => {
    expect(await rulesFor([250, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual([]);
  });
});
