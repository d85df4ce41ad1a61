import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@foundnow/config';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

export interface ChildOptions {
  /** From the root of the repository. */
  readonly program: string;
  readonly env: Environment;
  readonly onLine: (line: string) => void;
}

/** One process of a service. Its channel to us is its lifeline: when we are gone, however we went, it ends itself. */
export class Child {
  readonly #process: ChildProcess;
  /** How it ended: `exit code 69`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** The last lines that it said. */
  readonly said: string[] = [];

  constructor({ program, env, onLine }: ChildOptions) {
    this.#process = spawn(process.execPath, ['--import', './tools/runtime/register.mjs', program], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#read(this.#process.stdout, onLine);
    this.#read(this.#process.stderr, onLine);
    this.ended = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve(error.message));
      // After its last word, which says why.
      this.#process.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get exitCode(): number | null {
    return this.#process.exitCode;
  }

  /** Resolves when it says so; never for one that ends before. */
  async serves(): Promise<void> {
    await once(this.#process, 'message');
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  #read(stream: Readable | null, onLine: (line: string) => void): void {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      this.said.push(line);
      if (this.said.length > KEPT_LINES) this.said.shift();
      onLine(line);
    });
  }
}

const KEPT_LINES = 20;
