import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Composed } from './composed-system.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** What a container runs, as a process of this machine: in its folder, with its environment alone, as its user. */
export class ContainerProcess {
  readonly #child: ChildProcess;
  #output = '';

  constructor({ image, env }: Composed, [program = '', ...args]: readonly string[], nodeFolder: string) {
    const [uid, gid] = image.user.split(':').map(Number);
    // Only root can run something as another user; anybody else is no root already.
    const user = process.getuid?.() === 0 ? { uid, gid } : {};
    this.#child = spawn(program, args, {
      cwd: join(image.root, image.workdir),
      env: { ...env, PATH: nodeFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
    }
  }

  get output(): string {
    return this.#output;
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async ended(): Promise<Ended> {
    if (this.running) await once(this.#child, 'close');
    return { code: this.#child.exitCode, output: this.#output };
  }

  /** As `docker stop` does, without its patience. */
  async stop(): Promise<Ended> {
    this.#child.kill('SIGTERM');
    const killed = setTimeout(() => this.#child.kill('SIGKILL'), 20_000);
    try {
      return await this.ended();
    } finally {
      clearTimeout(killed);
    }
  }
}
