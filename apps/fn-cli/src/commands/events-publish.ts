import { readFileSync } from 'node:fs';
import { EVENT_NAMES, type EventMap, type EventName } from '@foundnow/contracts';
import { DomainError } from '@foundnow/kernel';
import { Argument, Command } from 'commander';
import { withBus } from '../bus.ts';
import { publishEvent } from '../publish-event.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly file: string;
  readonly json?: boolean;
}

export function eventsPublish(terminal: OperatorTerminal): Command {
  return new Command('publish')
    .description('Publish one event whose payload is JSON, as schemas/<owner>/<event>/examples show it.')
    .addArgument(new Argument('<event>', 'such as user.registered').choices([...EVENT_NAMES]))
    .requiredOption('--file <path>', 'the payload; - reads standard input')
    .option('--json', 'print what was published as JSON')
    .action((event: EventName, options: Options) => publish(terminal, event, options));
}

async function publish(terminal: OperatorTerminal, event: EventName, { file, json }: Options): Promise<void> {
  // The codec checks every field and names those that are wrong.
  const payload = readPayload(file) as EventMap[EventName];
  const { attributes, topic, key } = await withBus(terminal, (bus, schemaIds) =>
    publishEvent(bus, schemaIds, { name: event, payload }),
  );
  terminal.out(
    json ? JSON.stringify({ topic, key, ...attributes }) : `Published ${event} ${attributes.id} to ${topic}.`,
  );
}

function readPayload(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new DomainError('payload.unreadable', 'validation', `The payload in ${file} ${reason}.`, { cause: error });
  }
}
