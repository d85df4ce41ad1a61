import { ConfigError, reportConfigErrorAndExit } from '@foundnow/config';
import { explainEnd } from './explain-end.ts';
import type { RunningService } from './service-definition.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** What the last work under way may take when whoever started this process is gone, and perhaps its database with it. */
const ORPHAN_GRACE_MS = 10_000;

/** A service as a process of its own: it runs until it is told to stop, and finishes its work before it ends. */
export async function runUntilSignal(start: () => Promise<RunningService>): Promise<void> {
  // Node itself would print the message of an error, which may hold what a person wrote.
  process.on('uncaughtException', endBadly).on('unhandledRejection', endBadly);
  try {
    const service = await start();
    const stop = stopOnSignal(() => void service.stop().then(() => process.exit(0), endBadly));
    if (process.send) obeySupervisor(process.send.bind(process), stop);
  } catch (error) {
    if (error instanceof ConfigError) reportConfigErrorAndExit(error);
    endBadly(error);
  }
}

/** Started over a channel (the stack does): it hears that we serve, and when it is gone nobody else would stop us. */
function obeySupervisor(tell: (message: string) => boolean, stop: () => void): void {
  const orphaned = () => {
    setTimeout(() => process.exit(0), ORPHAN_GRACE_MS).unref();
    stop();
  };
  if (!process.connected) return orphaned();
  process.once('disconnect', orphaned);
  tell('serving');
}

function endBadly(error: unknown): never {
  const { text, exitCode } = explainEnd(error);
  console.error(text);
  process.exit(exitCode);
}
