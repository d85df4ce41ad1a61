import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inUse } from './embedded-postgres-error.ts';
import type { Progress } from './place.ts';

/** Stands in the server's command line, followed by the id of the process that started it. */
export const CLUSTER_MARK = 'cluster_name=foundnow-';

/**
 * Makes sure that nobody serves this data directory. A server of ours whose starter died is stopped; anybody else's,
 * or one whose starter lives, is left alone and refused.
 */
export async function settleEarlierServer(dataDir: string, onProgress: Progress): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  const server = isAlive(pid) ? serverAt(pid, dataDir) : undefined;
  if (server === undefined) {
    // The number belongs to another program now, which would keep PostgreSQL from starting.
    if (isAlive(pid) && !anybodyWorksIn(dataDir)) rmSync(pidFile, { force: true });
    return;
  }
  if (!server.orphaned) throw inUse(dataDir, pid);
  onProgress(`Stopping the database server (process ${pid}) that an earlier run left behind.`);
  await stopByPid(pid);
}

export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fast shutdown, then, when that hangs, the immediate one: the next start recovers from the log. */
async function stopByPid(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal);
    const end = performance.now() + patienceMs;
    while (performance.now() < end) {
      if (!isAlive(pid) || isZombie(pid)) return;
      await delay(20);
    }
  }
}

interface Server {
  readonly orphaned: boolean;
}

/** The PostgreSQL server that works in exactly this folder under this number, if that is what it is. */
function serverAt(pid: number, dataDir: string): Server | undefined {
  const found = lookUp(pid);
  if (found === undefined || (found.folder ?? dataDir) !== dataDir || !found.command.includes('postgres')) {
    return undefined;
  }
  const starter = new RegExp(`${CLUSTER_MARK}(\\d+)`).exec(found.command)?.[1];
  const ours = starter !== undefined && found.command.includes(` -D ${dataDir} `);
  return { orphaned: ours && Number(starter) !== found.parent };
}

interface Found {
  readonly command: string;
  readonly parent: number;
  /** Its working directory, which for a PostgreSQL server is its data directory. */
  readonly folder?: string;
}

function lookUp(pid: number): Found | undefined {
  try {
    if (process.platform === 'linux') {
      const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return { command, parent: Number(parent), folder: readlinkSync(`/proc/${pid}/cwd`) };
    }
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return { command: line.replace(/^\d+\s+/, ''), parent: Number.parseInt(line, 10) };
  } catch {
    return undefined;
  }
}

function isZombie(pid: number): boolean {
  try {
    return process.platform === 'linux' && /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** A child of a server that was killed may still write: PostgreSQL's own lock must then stay. */
function anybodyWorksIn(dataDir: string): boolean {
  if (process.platform !== 'linux') return true;
  return readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === dataDir;
    } catch {
      return false;
    }
  });
}
