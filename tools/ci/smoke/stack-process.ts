import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

export interface StackOptions {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `npm start` in a process group of its own, so that it can be interrupted as a terminal does. */
export class StackProcess {
  readonly #child: ChildProcess;
  #output = '';

  constructor({ root, env }: StackOptions) {
    this.#child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (text: string): void => {
      this.#output = (this.#output + text).slice(-20_000);
    };
    this.#child.stdout?.setEncoding('utf8').on('data', keep);
    this.#child.stderr?.setEncoding('utf8').on('data', keep);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ctrl-C: every process of the foreground group gets SIGINT. Undefined when it did not end in time. */
  async interrupt(timeoutMs: number): Promise<number | undefined> {
    if (!this.running) return this.#child.exitCode ?? undefined;
    const ended = once(this.#child, 'exit').then(() => this.#child.exitCode ?? 130);
    process.kill(-this.pid, 'SIGINT');
    return Promise.race([ended, pause(timeoutMs, undefined, { ref: false })]);
  }

  /** For the end of a run that went wrong; nothing of the group survives. */
  kill(): void {
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}
