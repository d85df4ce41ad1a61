import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A module of this folder in a process of its own, to be stopped by signals alone. */
export class Child {
  readonly process: ChildProcess;
  readonly exited: Promise<unknown>;

  constructor(module: string, order: unknown) {
    const runtime = new URL('../../../../../tools/runtime/register.mjs', import.meta.url);
    this.process = fork(fileURLToPath(new URL(module, import.meta.url)), [JSON.stringify(order)], {
      execArgv: ['--import', runtime.href],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Keeps bytes as bytes.
      serialization: 'advanced',
    });
    this.exited = once(this.process, 'exit');
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Without a word. Also when it stands still. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
  }
}
