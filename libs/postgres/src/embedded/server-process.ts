import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, fchmodSync, openSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Place } from './place.ts';
import { CLUSTER_MARK } from './running-server.ts';
import { SERVER_ENVIRONMENT } from './run-tool.ts';

/**
 * Beside the server waits a shell that reads a pipe only we hold: when we die, by whatever signal, the pipe closes
 * and the shell asks the server for a fast shutdown. It is nobody's child, so that PostgreSQL need not know of it.
 */
const WATCHDOG = `
trash=$1; shift
( ( read -r _ <&3 || {
  kill -INT $$; n=0
  if [ -n "$trash" ]; then
    while [ -e "$trash/postmaster.pid" ] && [ $n -lt 100 ]; do n=$((n+1)); sleep 0.1; done
    rm -rf -- "$trash"
  fi
} ) & )
exec 3<&-
exec "$@"`;

export interface ServerOptions {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  /** Removed when the server ends because its starter died. */
  readonly trash?: string;
}

/** A running `postgres`, as our own child in a session of its own: Ctrl-C reaches us first, and we stop it last. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #lifeline: Socket;
  readonly #logFile: string;
  readonly exited: Promise<void>;
  #hasExited = false;
  #spawnError = '';
  #stopped: Promise<void> | undefined;

  constructor(place: Place, options: ServerOptions) {
    this.#logFile = join(place.dataDir, 'server.log');
    const log = openLog(this.#logFile);
    const server = [join(place.bin, 'postgres'), ...serverArguments(place.dataDir, options)];
    const [file, ...args] =
      process.platform === 'win32' ? server : ['/bin/sh', '-c', WATCHDOG, 'sh', options.trash ?? '', ...server];
    this.#child = spawn(String(file), args, {
      cwd: place.dataDir,
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
      ...place.user,
    });
    closeSync(log);
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

  /** What the server said since this start. */
  log(): string {
    return `${readFileSync(this.#logFile, 'utf8')}${this.#spawnError}`;
  }

  /** Fast shutdown: sessions end, everything committed is on disk. Any number of calls. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#child.ref();
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (this.#hasExited) return;
      this.#child.kill(signal);
      await Promise.race([this.exited, delay(15_000, undefined, { ref: false })]);
    }
  }

  async #watch(): Promise<void> {
    try {
      await once(this.#child, 'exit');
    } catch (error) {
      this.#spawnError = error instanceof Error ? error.message : String(error);
    }
    this.#hasExited = true;
    this.#lifeline.end('over\n');
  }
}

function openLog(path: string): number {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_APPEND, O_NOFOLLOW } = constants;
  const file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | (O_NOFOLLOW ?? 0), 0o600);
  fchmodSync(file, 0o600);
  return file;
}

/** Statements and their values stay out of the server's log: they hold what people wrote. */
function serverArguments(dataDir: string, { port, settings }: ServerOptions): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, ...flags, '-c', `${CLUSTER_MARK}${process.pid}`];
}
