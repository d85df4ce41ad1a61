import { DomainError } from '@foundnow/kernel';
import { dropQuarantined } from '@foundnow/outbox';
import type { OperatorTerminal } from '@foundnow/service';
import { Command, InvalidArgumentError } from 'commander';
import { servicesNamed } from '../services.ts';
import { withServiceDatabase } from '../with-service-database.ts';

interface Options {
  readonly service: string;
  readonly json?: boolean;
}

export function outboxDrop(terminal: OperatorTerminal): Command {
  return new Command('drop')
    .description('Give one event up for ever, so that those behind it flow again. Nobody will hear of it.')
    .argument('<eventId>', 'from `fn outbox list`', uuid)
    .requiredOption('--service <name>', 'whose outbox it is')
    .option('--json', 'print what was given up as JSON')
    .action((eventId: string, options: Options) => drop(terminal, eventId, options));
}

async function drop(terminal: OperatorTerminal, eventId: string, { service: name, json }: Options): Promise<void> {
  for (const service of servicesNamed(name)) {
    const { schema } = service;
    const event = await withServiceDatabase(terminal, service, 'transaction', (tx) =>
      dropQuarantined(tx, schema, eventId),
    );
    if (!event) {
      throw new DomainError('outbox.not_found', 'missing', `${service.name} has no such event in quarantine.`);
    }
    terminal.out(json ? JSON.stringify(event) : `Gave up ${event.type} ${event.eventId} of key ${event.key}.`);
  }
}

function uuid(text: string): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) throw new InvalidArgumentError('It must be a UUID.');
  return text;
}
