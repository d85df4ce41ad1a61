import { spawn } from 'node:child_process';
import { machine } from './config.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly complaint: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly timeoutMs: number;
  /** Where it may leave files of its own. */
  readonly cwd?: string;
  /** Beside what the machine says. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end; what it prints is kept apart from what it complains of. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { input = '', timeoutMs, cwd, env }: RunOptions,
): Promise<Ran> {
  const child = spawn(program, args, {
    env: { ...machine, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: timeoutMs,
    ...(cwd !== undefined && { cwd }),
  });
  let [out, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  // A program that ends early reads no more; its exit code says why.
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((ended, failed) => child.on('close', ended).on('error', failed));
  return { code, out, complaint };
}
