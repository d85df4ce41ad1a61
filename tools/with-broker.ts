// Runs a command with a Kafka or a Pub/Sub emulator beside it.
import { constants } from 'node:os';
import { EXIT_CODE } from '@foundnow/config';
import { BrokerStartError } from '@foundnow/testing/brokers';
import { HELP, parseArguments, type WithBrokerArguments } from './brokers/arguments.ts';
import { BROKERS } from './brokers/broker-kinds.ts';
import { runBeside, type RunOptions } from './brokers/run-beside.ts';
import { UsageError } from './verify/command-line.ts';

export type BesideOptions = Pick<RunOptions, 'env'> & Partial<Pick<RunOptions, 'lifeline'>>;

/** Answers the exit code: of the command, or why it never ran. */
export async function main(args: readonly string[], options: BesideOptions): Promise<number> {
  try {
    const parsed = parseArguments(args);
    if (parsed !== undefined) return await run(parsed, options);
    console.log(HELP);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof BrokerStartError)) throw error;
    console.error(`with-broker: ${error.message}`);
    return error instanceof UsageError ? 2 : EXIT_CODE.unavailable;
  }
}

async function run(args: WithBrokerArguments, options: BesideOptions): Promise<number> {
  const broker = await startOrGiveUp(args);
  try {
    const env = { ...options.env, ...broker.env };
    const code = await runBeside(args.command, { ...options, env, terminal: process.stdin.isTTY, signals: process });
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

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), { env: process.env });
