import { describe, expect, it } from '@jest/globals';
import { parseProcesses, treeOf } from './process-tree.ts';

const TABLE = `
    1     0   1000
   20     1    200
   21    20     30
   22    21      4
   30     1   5000
`;

describe('process tree', () => {
  it('holds a process with its children and theirs, and nobody else', () => {
    const tree = treeOf(20, parseProcesses(TABLE));
    expect(tree.map(({ pid }) => pid)).toEqual([20, 21, 22]);
    expect(tree.map(({ residentBytes }) => residentBytes)).toEqual([204_800, 30_720, 4_096]);
  });

  it('is empty for a process that is gone, so that its memory cannot pass for small', () => {
    expect(treeOf(99, parseProcesses(TABLE))).toEqual([]);
  });
});
