import { parseArgs } from 'node:util';
import { UsageError } from '../verify/command-line.ts';
import { BROKERS, type BrokerKind } from './broker-kinds.ts';

export const HELP = `npm run with-broker -- kafka|pubsub [options] -- command …

Runs a command with a broker beside it, and ends as the command does. The broker is the one that the environment
names, which is left as it is; otherwise one is started on 127.0.0.1 (by Docker where an engine answers, else with
Maven and Java for Kafka, with Go for Pub/Sub) and stopped when the command has ended. Topics are not made.

  kafka     sets KAFKA_BROKERS for the command, unless it is set
  pubsub    sets PUBSUB_EMULATOR_HOST for the command, unless it is set

  --data DIR    kafka: keep the broker's data there; default: a new folder, removed at the end
  --nodes N     kafka: that many brokers (1)
  --port N      where it listens; default: any free port, or the one that the data was served at before
  --help        this text

  npm run with-broker -- kafka --data .data/kafka -- npm run start:kafka`;

export interface WithBrokerArguments {
  readonly kind: BrokerKind;
  readonly command: readonly [string, ...string[]];
  readonly data: string | undefined;
  readonly nodes: number | undefined;
  readonly port: number | undefined;
}

/** `undefined` when help was asked for. */
export function parseArguments(args: readonly string[]): WithBrokerArguments | undefined {
  const split = args.indexOf('--');
  const { values, positionals } = parse(split < 0 ? args : args.slice(0, split));
  if (values.help) return undefined;
  const [kind, ...rest] = positionals;
  if (kind === undefined || !isKind(kind) || rest.length > 0) {
    throw new UsageError(`name one broker: ${Object.keys(BROKERS).join(' or ')} (--help says more)`);
  }
  const [file, ...others] = split < 0 ? [] : args.slice(split + 1);
  if (file === undefined) throw new UsageError('name the command to run after -- (--help says more)');
  return {
    kind,
    command: [file, ...others],
    data: values.data,
    nodes: wholeNumber('--nodes', values.nodes, 9),
    port: wholeNumber('--port', values.port, 65_535),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        nodes: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function isKind(kind: string): kind is BrokerKind {
  return Object.hasOwn(BROKERS, kind);
}

function wholeNumber(option: string, text: string | undefined, highest: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= highest) return number;
  throw new UsageError(`${option} takes a whole number from 1 to ${highest}`);
}
