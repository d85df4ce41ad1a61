import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ToolEnvironment } from './config.ts';

export interface ToolRun {
  /** `undefined` when there is no such program. */
  readonly code: number | undefined;
  readonly stdout: string;
  /** The end of everything it said. */
  readonly said: string;
}

export interface ToolOptions {
  readonly env: ToolEnvironment;
  readonly timeoutMs: number;
  readonly onLine?: (line: string) => void;
}

const KEPT = 8_000;

/** Runs a program to its end, or to the end of its time. */
export function runTool(file: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  const { env, timeoutMs, onLine } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      said = (said + text).slice(-KEPT);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-KEPT)));
    if (onLine !== undefined) createInterface({ input: child.stdout }).on('line', onLine);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ code: undefined, stdout, said });
      else reject(error);
    });
    child.on('close', (code, signal) => {
      if (signal !== null) said += `\n${file} was stopped by ${signal} (allowed: ${timeoutMs} ms)`;
      resolve({ code: code ?? 1, stdout, said });
    });
  });
}
