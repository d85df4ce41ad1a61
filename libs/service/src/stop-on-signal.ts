/** A terminal signals its whole group, and npm and a supervisor hand on what they got: one wish, heard several times. */
const ECHO_MS = 1_000;
/** As a shell says of a program that Ctrl-C ended. */
const ENDED_BY_CTRL_C = 130;

export interface Signalled {
  on(signal: 'SIGINT' | 'SIGTERM', listener: (signal: NodeJS.Signals) => void): unknown;
  exit(code: number): void;
}

/**
 * Calls `stop` once, whatever comes after: a second call would find everything closing and end the process in the
 * middle of it. Another Ctrl-C some time later is from somebody who will not wait. The answer asks for the same stop.
 */
export function stopOnSignal(
  stop: () => void,
  program: Signalled = process,
  now: () => number = () => performance.now(),
): () => void {
  let askedAt: number | undefined;
  const ask = () => {
    if (askedAt !== undefined) return;
    askedAt = now();
    stop();
  };
  const hear = (signal: NodeJS.Signals) => {
    const impatient = signal === 'SIGINT' && askedAt !== undefined && now() - askedAt >= ECHO_MS;
    if (impatient) program.exit(ENDED_BY_CTRL_C);
    else ask();
  };
  program.on('SIGINT', hear);
  program.on('SIGTERM', hear);
  return ask;
}
