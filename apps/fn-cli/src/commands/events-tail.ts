import { EventDecoder, isEventName } from '@foundnow/contracts';
import { type DeliveredMessage, demandPast } from '@foundnow/messaging';
import { Command, InvalidArgumentError, Option } from 'commander';
import { ALL_TOPICS, withBus } from '../bus.ts';
import { parseTime } from '../parse-time.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly topic: readonly string[];
  readonly type?: readonly string[];
  readonly from?: Date;
  readonly all?: boolean;
  readonly follow: boolean;
  readonly json?: boolean;
}

export function eventsTail(terminal: OperatorTerminal): Command {
  return new Command('tail')
    .description('Print events as they pass. Reads without a group, so nobody misses anything by it.')
    .addOption(new Option('--topic <topic...>', 'only these topics').choices([...ALL_TOPICS]).default(ALL_TOPICS))
    .option('--type <type...>', 'only these events, such as post.created', knownTypes)
    .option('--from <time>', 'begin at this time (ISO 8601)', parseTime)
    .option('--all', 'begin at the beginning of the log')
    .option('--no-follow', 'end at the end of the log')
    .option('--json', 'print one JSON object per event and line, payload included')
    .action((options: Options) => tail(terminal, options));
}

/** Not commander's choices, which would print all of them: a misspelt name is to be told, not to find nothing. */
function knownTypes(type: string, earlier: readonly string[] = []): string[] {
  if (!isEventName(type)) throw new InvalidArgumentError('There is no such event; see docs/events.md.');
  return [...earlier, type];
}

async function tail(terminal: OperatorTerminal, options: Options): Promise<void> {
  const from = options.all ? 'beginning' : (options.from ?? (options.follow ? 'end' : 'beginning'));
  if (options.follow) terminal.note('Waiting for events; Ctrl-C ends.');
  await withBus(terminal, async (bus, schemaIds) => {
    if (from !== 'end') demandPast(bus, 'This');
    const decoder = new EventDecoder(schemaIds);
    const { topic: topics, follow } = options;
    for await (const message of bus.read({ topics, from, follow, signal: terminal.interrupted })) {
      if (options.type && !options.type.includes(message.attributes.type)) continue;
      terminal.out(options.json ? JSON.stringify(await everythingOf(message, decoder)) : lineOf(message));
    }
  });
}

function lineOf({ attributes, topic, partition, offset, value }: DeliveredMessage): string {
  const { time, type, subject, source } = attributes;
  return `${time}  ${type.padEnd(24)}${subject}  ${source}  ${topic}/${partition}@${offset}  ${value.length} B`;
}

async function everythingOf(message: DeliveredMessage, decoder: EventDecoder): Promise<unknown> {
  const { topic, partition, offset, key, attributes } = message;
  const payload = await Promise.resolve(message.value)
    .then((value) => decoder.decode(value))
    .then((event) => event.payload)
    .catch(() => null);
  return { topic, partition, offset, key, ...attributes, payload };
}
