import { ConfigError, reportConfigErrorAndExit } from '@foundnow/config';
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

/** The stack tells where; the message could hold what an error message must not show. */
function endBadly(error: unknown): never {
  const { name, stack = '' } = error instanceof Error ? error : new Error('unknown failure');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  console.error([`The service could not go on: ${name}`, ...frames].join('\n'));
  process.exit(70);
}
