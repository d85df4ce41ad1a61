import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
}

/** `npm start` as a person would see it: the same program, its output, its exit code. */
export class StackProcess {
  /** Everything it has said. */
  output = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (data: Buffer) => (this.output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static launch(env: Readonly<Record<string, string>>): StackProcess {
    const args = ['--import', './tools/runtime/register.mjs', 'apps/stack/src/main.ts'];
    return new StackProcess(spawn(process.execPath, args, { cwd: root, env: { ...env }, detached: true }));
  }

  /** Resolves when it says that it is ready; rejects when it ends before. */
  async ready(): Promise<void> {
    const ended = once(this.child, 'exit').then(() => {
      throw new Error(`The stack ended before it was ready:\n${this.output}`);
    });
    ended.catch(() => undefined);
    while (!this.output.includes('FoundNow is ready')) {
      await Promise.race([once(this.child.stdout ?? this.child, 'data'), ended]);
    }
  }

  async ended(): Promise<Ended> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return { exitCode: this.child.exitCode, output: this.output };
  }

  /** As a terminal does at Ctrl-C: everything that was started in it hears it at once. */
  async interrupt(): Promise<Ended> {
    process.kill(-this.pid, 'SIGINT');
    return this.ended();
  }

  /** For clean-up: whatever state it is in. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}
