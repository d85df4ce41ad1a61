import { listQuarantined } from '@foundnow/outbox';
import type { OperatorTerminal } from '@foundnow/service';
import { Command } from 'commander';
import { servicesNamed } from '../services.ts';
import { withServiceDatabase } from '../with-service-database.ts';

interface Options {
  readonly service?: string;
  readonly json?: boolean;
}

export function outboxList(terminal: OperatorTerminal): Command {
  return new Command('list')
    .description(
      'Events that the bus refused for good; whatever comes after one on its key waits. Never their content.',
    )
    .option('--service <name>', 'only of this one')
    .option('--json', 'print one JSON object per event and line')
    .action((options: Options) => list(terminal, options));
}

async function list(terminal: OperatorTerminal, { service: name, json }: Options): Promise<void> {
  let found = 0;
  for (const service of servicesNamed(name)) {
    const { schema } = service;
    const events = await withServiceDatabase(terminal, service, 'read', (tx) => listQuarantined(tx, schema));
    found += events.length;
    for (const event of events) {
      const { eventId, type, topic, key, bytes, reason } = event;
      const line = `${service.name}  ${eventId}  ${type}  ${topic}  key ${key}  ${bytes} B  ${reason}`;
      terminal.out(json ? JSON.stringify({ service: service.name, ...event }) : line);
    }
  }
  if (found === 0) terminal.note('Nothing is in quarantine.');
}
