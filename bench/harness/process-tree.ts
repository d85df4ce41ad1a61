import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

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

/** A process with all that it started. */
export function treeOf(root: number, all: readonly ProcessFacts[]): ProcessFacts[] {
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

/**
 * The memory of a process with all that it started. What several share is divided among them where the system says how
 * much that is (Linux), and counted for each where it does not: each connection of PostgreSQL shares nearly all it has.
 */
export function residentBytesOf(root: number): number {
  return treeOf(root, listProcesses()).reduce(
    (sum, { pid, residentBytes }) => sum + (shareOf(pid) ?? residentBytes),
    0,
  );
}

function shareOf(pid: number): number | undefined {
  try {
    return parseShare(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  } catch {
    return undefined;
  }
}

export function parseShare(rollup: string): number | undefined {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(rollup) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
