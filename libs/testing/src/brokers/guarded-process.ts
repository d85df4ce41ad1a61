import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ToolEnvironment } from './config.ts';
import { untilStopped } from './until-stopped.ts';

/**
 * Beside the program waits a shell that reads a pipe only we hold: when we die, by whatever signal, the pipe closes
 * and the shell ends the program. It is nobody's child, so that the program need not know of it.
 */
const GUARD = `
trash=$1; last_will=$2; shift 2
( ( read -r _ <&3 || {
  if [ -n "$last_will" ]; then eval "$last_will"; else kill -KILL $$; fi
  n=0
  while [ -n "$trash" ] && [ -e "$trash" ] && [ $n -lt 50 ]; do
    rm -rf -- "$trash" 2>/dev/null || sleep 0.1
    n=$((n+1))
  done
} ) >/dev/null 2>&1 & )
exec 3<&-
exec "$@"`;

/** After that it is the messenger that hangs. */
const KILL_MS = 10_000;

export interface GuardedOptions {
  readonly command: readonly [string, ...string[]];
  readonly env: ToolEnvironment;
  readonly cwd: string;
  /** Gets everything the program says, after what is there. */
  readonly logFile: string;
  /** Removed when the program ends because we died. */
  readonly trash?: string;
  /** What the shell does when we died; default: SIGKILL to the program. `$$` is its process id. */
  readonly lastWill?: string;
  /** How a signal reaches what the program runs, when that is not the program itself. */
  readonly send?: (signal: NodeJS.Signals) => Promise<void>;
}

/** A program in a session of its own (Ctrl-C reaches us first), which never outlives us. */
export class GuardedProcess {
  readonly #child: ChildProcess;
  readonly #lifeline: Socket;
  readonly #send: (signal: NodeJS.Signals) => Promise<void> | boolean;
  readonly #isDirect: boolean;
  readonly exited: Promise<void>;
  #hasExited = false;
  spawnError = '';

  constructor({ command, env, cwd, logFile, trash = '', lastWill = '', send }: GuardedOptions) {
    const log = openSync(logFile, 'a', 0o600);
    this.#child = spawn('/bin/sh', ['-c', GUARD, 'sh', trash, lastWill, ...command], {
      env,
      cwd,
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
    });
    closeSync(log);
    this.#isDirect = send === undefined;
    this.#send = send ?? ((signal) => this.#child.kill(signal));
    this.#lifeline = this.#child.stdio[3] as Socket;
    this.#lifeline.on('error', () => {}).unref();
    this.exited = this.#watch();
    this.#child.unref();
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /** As when the power fails. */
  async kill(): Promise<void> {
    await this.#signal('SIGKILL');
    await Promise.race([this.exited, delay(KILL_MS, undefined, { ref: false })]);
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  /** Asks, and insists when that takes longer than `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    await this.#signal('SIGCONT');
    await this.#signal('SIGTERM');
    await Promise.race([this.exited, delay(patienceMs, undefined, { ref: false })]);
    await this.kill();
  }

  /** It stands still and answers nobody, and its connections stay open. */
  async pause(): Promise<void> {
    await this.#signal('SIGSTOP');
    if (this.#isDirect) await untilStopped(this.pid);
  }

  async resume(): Promise<void> {
    await this.#signal('SIGCONT');
  }

  async #signal(signal: NodeJS.Signals): Promise<void> {
    if (this.#hasExited) return;
    this.#child.ref();
    await this.#send(signal);
  }

  async #watch(): Promise<void> {
    try {
      await once(this.#child, 'exit');
    } catch (error) {
      this.spawnError = error instanceof Error ? error.message : String(error);
    }
    this.#hasExited = true;
    this.#lifeline.end('over\n');
  }
}
