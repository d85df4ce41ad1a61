import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Repository } from './check.ts';

// The tools of this checkout, also when another folder (a fixture) is looked at.
const BINARIES = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url));
const RUNTIME = new URL('../runtime/register.mjs', import.meta.url).href;

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the repository's root, never longer than `timeoutMs`. */
export function runCommand(
  repository: Repository,
  command: string,
  args: readonly string[],
  { timeoutMs = 120_000 }: { timeoutMs?: number } = {},
): Promise<CommandResult> {
  const { root, env } = repository;
  const path = [BINARIES, env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...env, PATH: path, NX_DAEMON: 'false', NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) stderr += `\n${command} was stopped by ${signal} (allowed: ${timeoutMs} ms)`;
      resolve({ code: code ?? 1, stdout, stderr });
    });
  });
}

/** Runs a TypeScript file of this repository. */
export function runScript(repository: Repository, file: string, args: readonly string[]): Promise<CommandResult> {
  return runCommand(repository, process.execPath, ['--import', RUNTIME, file, ...args]);
}
