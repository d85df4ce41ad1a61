import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface RunOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A terminal sends Ctrl-C to the command by itself. */
  readonly terminal: boolean;
  readonly signals: SignalSource;
  /** Gives the command, a Node program that watches it, a channel that closes when we are gone, however we went. */
  readonly lifeline?: boolean;
}

export interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  off(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm hands on a signal that its whole group got: the same within this time is not a second wish. */
const ECHO_MS = 1_000;

/** Runs the command to its end, hands signals on to it exactly once, and answers its exit code as a shell would. */
export function runBeside(
  [file, ...args]: readonly [string, ...string[]],
  { env, terminal, signals, lifeline = false }: RunOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    // In a group of its own where no terminal does: a signal to our group would reach the command twice.
    const inherited = ['inherit', 'inherit', 'inherit'] as const;
    const stdio = lifeline ? [...inherited, 'ipc' as const] : [...inherited];
    const child = spawn(file, args, { env, stdio, detached: !terminal });
    const lastAt = new Map<NodeJS.Signals, number>();
    const passOn = (signal: NodeJS.Signals): void => {
      const now = performance.now();
      const isEcho = now - (lastAt.get(signal) ?? -ECHO_MS) < ECHO_MS;
      lastAt.set(signal, now);
      if (!isEcho && !(terminal && signal === 'SIGINT')) child.kill(signal);
    };
    const done = (end: () => void): void => {
      for (const signal of PASSED_ON) signals.off(signal, passOn);
      end();
    };
    for (const signal of PASSED_ON) signals.on(signal, passOn);
    child.on('error', (error: NodeJS.ErrnoException) => {
      done(() => (error.code === 'ENOENT' ? resolve(127) : reject(error)));
    });
    child.on('exit', (code, signal) => {
      done(() => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
  });
}
