import { ConfigError, reportConfigErrorAndExit } from '@foundnow/config';
import { explainEnd } from './explain-end.ts';
import type { RunningService } from './service-definition.ts';

/** A service as a process of its own: it runs until it is told to stop, and finishes its work before it ends. */
export async function runUntilSignal(start: () => Promise<RunningService>): Promise<void> {
  // Node itself would print the message of an error, which may hold what a person wrote.
  process.on('uncaughtException', endBadly).on('unhandledRejection', endBadly);
  try {
    const service = await start();
    const stop = () => void service.stop().then(() => process.exit(0), endBadly);
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    if (error instanceof ConfigError) reportConfigErrorAndExit(error);
    endBadly(error);
  }
}

function endBadly(error: unknown): never {
  const { text, exitCode } = explainEnd(error);
  console.error(text);
  process.exit(exitCode);
}
