import { readdirSync, readFileSync } from 'node:fs';

interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
}

/** Resident memory in MB of a process and all below it; memory they share counts once. Linux only: undefined elsewhere. */
export function residentMegabytes(root: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(factsOf);
  const members = new Set([root]);
  for (let size = 0; size !== members.size;) {
    size = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return [...members].reduce((total, pid) => total + shareOf(pid), 0) / 1024;
}

function factsOf(name: string): ProcessFacts[] {
  const status = readOrEmpty(`/proc/${name}/status`);
  const parent = /^PPid:\s+(?<parent>\d+)/m.exec(status)?.groups?.['parent'];
  return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
}

function shareOf(pid: number): number {
  const proportional = /^Pss:\s+(?<kb>\d+)/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.groups?.['kb'];
  const resident = /^VmRSS:\s+(?<kb>\d+)/m.exec(readOrEmpty(`/proc/${pid}/status`))?.groups?.['kb'];
  return Number(proportional ?? resident ?? 0);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
