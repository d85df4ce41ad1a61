import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programEnvironment } from '../config.ts';
import { within } from './lanes.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEPT_OUTPUT = 20_000;
/** What a service says by itself to whoever started it; an answer to nothing. */
const SERVING = 'serving';

/** A row that broke must leave nothing running. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Modules to load before it, from the repository root. */
  readonly preload?: readonly string[];
}

/** One of this repository's programs in a process of its own. */
export class Program {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;
  #said = '';

  /** `path` from the repository root. */
  constructor(path: string, { env = {}, args = [], preload = [] }: ProgramOptions = {}) {
    const imports = ['./tools/runtime/register.mjs', ...preload].flatMap((module) => ['--import', module]);
    this.#child = spawn(process.execPath, [...imports, path, ...args], {
      cwd: ROOT,
      env: { ...programEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running.add(this.#child);
    this.#gone = once(this.#child, 'exit').then(() => void running.delete(this.#child));
    // A program that cannot be started says so to whoever waits for it.
    this.#gone.catch(() => undefined);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-KEPT_OUTPUT)));
    }
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  get hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What it printed of late, for error messages. */
  get said(): string {
    return this.#said;
  }

  /** Sends a message and waits for the next one that comes back. */
  async ask<Answer>(message: object, timeoutMs?: number): Promise<Answer> {
    const answer = this.next<Answer>(timeoutMs);
    this.#child.send(message);
    return answer;
  }

  async next<Answer>(timeoutMs = 60_000): Promise<Answer> {
    const over = new AbortController();
    const message = this.#answer<Answer>(over.signal);
    const gone = this.#gone.then(() => {
      throw new Error(`The program ended: ${this.#said}`);
    });
    gone.catch(() => undefined);
    try {
      return await within(timeoutMs, 'waiting for a program', Promise.race([message, gone]));
    } finally {
      message.catch(() => undefined);
      over.abort();
    }
  }

  async #answer<Answer>(signal: AbortSignal): Promise<Answer> {
    for (;;) {
      const [said] = (await once(this.#child, 'message', { signal })) as [unknown];
      if (said !== SERVING) return said as Answer;
    }
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  /** Waits for it to end by itself, and well. */
  async succeeds(timeoutMs: number): Promise<void> {
    if (!this.hasExited) await within(timeoutMs, 'a program', this.#gone);
    if (this.#child.exitCode !== 0) throw new Error(`A program ended with ${this.#child.exitCode}: ${this.#said}`);
  }

  /** Answers when it is gone. */
  async end(signal: NodeJS.Signals, patienceMs = 20_000): Promise<void> {
    if (this.hasExited) return;
    this.#child.kill(signal);
    await within(patienceMs, `ending a program by ${signal}`, this.#gone);
  }
}
