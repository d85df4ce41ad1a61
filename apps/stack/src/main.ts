import { reportConfigErrorAndExit, ConfigError } from '@foundnow/config';
import { EmbeddedPostgresError } from '@foundnow/postgres';
import { parseStackConfig } from './config.ts';
import { StackError } from './stack-error.ts';
import { type RunningStack, startStack } from './start-stack.ts';

const UNEXPECTED = 70;
const started = performance.now();
process.on('uncaughtException', explainAndExit).on('unhandledRejection', explainAndExit);

try {
  const stack = await startStack(parseStackConfig(process.env), (text) => console.log(`  ${text} …`));
  announce(stack);
  stopOnSignal(stack);
} catch (error) {
  explainAndExit(error);
}

function announce({ pageUrl, services, database }: RunningStack): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const lines = services.map(({ name, url }) => `  ${name.padEnd(18)}${url}/api/docs`);
  console.log(`\nFoundNow is ready after ${seconds} s: open ${pageUrl}\n\n${lines.join('\n')}\n`);
  console.log(`  ${database}. Ctrl-C stops everything; the data stays.\n`);
}

function stopOnSignal(stack: RunningStack): void {
  let stopping = false;
  const stop = () => {
    // A second Ctrl-C is from somebody who will not wait.
    if (stopping) process.exit(130);
    stopping = true;
    console.log('\nStopping …');
    void stack.stop().then(() => process.exit(0), explainAndExit);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  void stack.databaseGone.then(() => {
    if (!stopping)
      giveUp('The database ended unexpectedly. Start again: nothing that was acknowledged is lost.', UNEXPECTED);
  });
}

function explainAndExit(error: unknown): never {
  if (error instanceof ConfigError) reportConfigErrorAndExit(error);
  if (error instanceof StackError) return giveUp(`${error.message}\n${error.fix}`, error.exitCode);
  if (error instanceof EmbeddedPostgresError) return giveUp(error.message, error.exitCode);
  return giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error), UNEXPECTED);
}

function giveUp(why: string, exitCode: number): never {
  console.error(`\nFoundNow could not go on.\n${why}`);
  process.exit(exitCode);
}
