import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgresOptions } from '../../src/index.ts';

export interface Started {
  readonly ms: number;
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  readonly dataDir: string;
  readonly url: string;
}

export interface Run {
  readonly progress: readonly string[];
  readonly started?: Started;
  readonly refused?: { readonly code: string; readonly message: string; readonly exitCode: number };
  /** Asks the process to stop its server, and waits for both. */
  stop(): Promise<void>;
  /** SIGKILL to the process that started the server, not to the server. */
  kill(): Promise<void>;
}

type Fact = Pick<Run, 'started' | 'refused'> & { readonly progress?: string };

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const living = new Set<ChildProcess>();

/** Starts the embedded PostgreSQL from a process of its own, as the given user. */
export async function runStarter(
  options: EmbeddedPostgresOptions,
  user: { uid?: number; gid?: number } = {},
): Promise<Run> {
  const script = fileURLToPath(new URL('./starter.ts', import.meta.url));
  const args = ['--import', './tools/runtime/register.mjs', script, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'], env: {}, ...user });
  living.add(child);
  child.once('exit', () => living.delete(child));
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const progress: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { progress: step, ...outcome } = JSON.parse(line) as Fact;
    if (step !== undefined) progress.push(step);
    else return { progress, ...outcome, stop: () => end(child, 'stop'), kill: () => end(child, 'kill') };
  }
  throw new Error(`The starter said nothing: ${errors}`);
}

/** For the end of a spec: nothing that it started stays. */
export async function endAll(): Promise<void> {
  await Promise.all([...living].map((child) => end(child, 'kill')));
}

async function end(child: ChildProcess, how: 'stop' | 'kill'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (how === 'stop') child.stdin?.end('stop\n');
  else child.kill('SIGKILL');
  await gone;
}
