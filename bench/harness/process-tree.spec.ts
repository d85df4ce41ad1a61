import { describe, expect, it } from '@jest/globals';
import { parseProcesses, parseShare, residentBytesOf, treeOf } from './process-tree.ts';

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

  it('counts once what its processes share, where the system tells', () => {
    const rollup = '55d0-7ffc ---p 00000000 00:00 0 [rollup]\nRss:  24052 kB\nPss:  3120 kB\nPss_Anon:  800 kB\n';
    expect(parseShare(rollup)).toBe(3120 * 1024);
    expect(parseShare('')).toBeUndefined();
  });

  it('has memory of its own', () => {
    expect(residentBytesOf(process.pid)).toBeGreaterThan(10 * 1024 * 1024);
  });

  it('is empty for a process that is gone, so that its memory cannot pass for small', () => {
    expect(treeOf(99, parseProcesses(TABLE))).toEqual([]);
  });
});
