import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { VictimOrder, VictimReport } from './victim.ts';

export interface Victim {
  readonly reports: readonly VictimReport[];
  kill(): Promise<void>;
}

/** A consumer in a process of its own, to be killed without a word. */
export function startVictim(order: VictimOrder): Victim {
  const runtime = new URL('../../../tools/runtime/register.mjs', import.meta.url);
  const child: ChildProcess = fork(fileURLToPath(new URL('victim.ts', import.meta.url)), [JSON.stringify(order)], {
    execArgv: ['--import', runtime.href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const reports: VictimReport[] = [];
  child.on('message', (line) => reports.push(line as VictimReport));
  const ended = once(child, 'exit');
  return {
    reports,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
