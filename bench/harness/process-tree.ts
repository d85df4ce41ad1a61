import { execFileSync } from 'node:child_process';

export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/** Every process of this machine, by what `ps` says. */
export function listProcesses(): ProcessFacts[] {
  return parseProcesses(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }));
}

export function parseProcesses(table: string): ProcessFacts[] {
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((fields) => fields.length === 3 && fields.every(Number.isFinite))
    .map(([pid = 0, parent = 0, kilobytes = 0]) => ({ pid, parent, residentBytes: kilobytes * 1024 }));
}

/** A process with all that it started. Memory that several of them share is counted for each: never too little. */
export function treeOf(root: number, all: readonly ProcessFacts[]): ProcessFacts[] {
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

export function residentBytesOf(root: number): number {
  return treeOf(root, listProcesses()).reduce((sum, { residentBytes }) => sum + residentBytes, 0);
}
