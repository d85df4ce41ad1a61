import { EXIT_CODE } from '@foundnow/config';
import { stopOnSignal } from '@foundnow/service';
import { parseStackConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';
import { type RunningStack, startStack } from './start-stack.ts';

process.on('uncaughtException', explainAndExit).on('unhandledRejection', explainAndExit);

try {
  const stack = await startStack(parseStackConfig(process.env), {
    progress: (text) => console.log(`  ${text} …`),
    warn: (text) => console.error(`  ${text}.`),
  });
  announce(stack);
  runUntilSignal(stack);
} catch (error) {
  explainAndExit(error);
}

function announce({ pageUrl, services, database }: RunningStack): void {
  // From the start of the process: reading the program is part of what a person waits for.
  const seconds = (performance.now() / 1000).toFixed(1);
  const lines = services.map(({ name, url }) => `  ${name.padEnd(18)}${url}/api/docs`);
  console.log(`\nFoundNow is ready after ${seconds} s: open ${pageUrl}\n\n${lines.join('\n')}\n`);
  console.log(`  ${database}. Ctrl-C stops everything; the data stays.\n`);
}

function runUntilSignal(stack: RunningStack): void {
  let stopping = false;
  const stop = stopOnSignal(() => {
    stopping = true;
    console.log('\nStopping …');
    void stack.stop().then(endWell, explainAndExit);
  });
  stopWhenAlone(stop);
  void stack.databaseGone.then(() => {
    if (!stopping)
      giveUp(
        'The database ended unexpectedly. Start again: nothing that was acknowledged is lost.',
        EXIT_CODE.unexpected,
      );
  });
}

/** Started over a channel (beside a broker): when it is gone nobody else would stop us. */
function stopWhenAlone(stop: () => void): void {
  if (!process.send) return;
  if (process.connected) process.once('disconnect', stop);
  else stop();
}

/** Said at the very end: a stop that was cut short does not say it. */
function endWell(): never {
  console.log('Stopped.');
  process.exit(0);
}

function explainAndExit(error: unknown): never {
  const { text, exitCode } = explainFailure(error);
  return giveUp(text, exitCode);
}

function giveUp(why: string, exitCode: number): never {
  console.error(`\nFoundNow could not go on.\n${why}`);
  process.exit(exitCode);
}
