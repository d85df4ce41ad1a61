// Runs a command with a Kafka or a Pub/Sub emulator beside it.
import { constants } from 'node:os';
import { EXIT_CODE } from '@foundnow/config';
import { BrokerStartError } from '@foundnow/testing/brokers';
import { HELP, parseArguments, type WithBrokerArguments } from './brokers/arguments.ts';
import { BROKERS } from './brokers/broker-kinds.ts';
import { runBeside } from './brokers/run-beside.ts';
import { UsageError } from './verify/command-line.ts';

async function main(): Promise<number> {
  const args = parseArguments(process.argv.slice(2));
  if (args === undefined) {
    console.log(HELP);
    return 0;
  }
  const broker = await startOrGiveUp(args);
  try {
    const env = { ...process.env, ...broker.env };
    const code = await runBeside(args.command, { env, terminal: process.stdin.isTTY, signals: process });
    if (code === 127) console.error(`with-broker: no program ${args.command[0]}`);
    return code;
  } finally {
    await broker.stop();
  }
}

/** While it starts, a signal ends us at once; what was begun ends with us. */
async function startOrGiveUp({ kind, data, nodes, port }: WithBrokerArguments) {
  const giveUp = (signal: NodeJS.Signals): void => process.exit(128 + constants.signals[signal]);
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  try {
    return await BROKERS[kind]({
      ...(data === undefined ? {} : { dataDir: data }),
      ...(nodes === undefined ? {} : { nodes }),
      ...(port === undefined ? {} : { port }),
      onProgress: (message) => console.error(`with-broker: ${message}`),
    });
  } finally {
    process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BrokerStartError)) throw error;
  console.error(`with-broker: ${error.message}`);
  process.exitCode = error instanceof UsageError ? 2 : EXIT_CODE.unavailable;
}
