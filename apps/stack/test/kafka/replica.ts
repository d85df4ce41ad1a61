import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** One more process of a service that the stack runs, started by hand as its README says. */
export class Replica {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async launch(service: string, dataDir: string, port: number): Promise<Replica> {
    const environments = JSON.parse(await readFile(join(dataDir, 'keys', 'environments.json'), 'utf8'));
    const own = { PORT: String(port), LOG_FILE: join(dataDir, 'logs', `${service}-by-hand.log`) };
    const args = ['--import', './tools/runtime/register.mjs', `apps/${service}/src/main.ts`];
    const env = { ...environments[service], ...own };
    return new Replica(spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' }), `http://127.0.0.1:${port}`);
  }

  handled(): Promise<number> {
    return handledAt(this.url);
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill(signal);
      await once(this.child, 'exit');
    }
    return this.child.exitCode;
  }
}

const DONE = /^messaging_process_duration_seconds_count\{[^}]*outcome="done"[^}]*\} (?<count>\d+)$/gm;

/** How many events the process at this address has handled since it started. */
export async function handledAt(url: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`);
  const counts = [...(await answer.text()).matchAll(DONE)].map(({ groups }) => Number(groups?.['count']));
  return counts.reduce((sum, count) => sum + count, 0);
}
