import { DomainError } from '@foundnow/kernel';
import { releaseQuarantined } from '@foundnow/outbox';
import type { OperatorTerminal } from '@foundnow/service';
import { Command } from 'commander';
import { servicesNamed } from '../services.ts';
import { withServiceDatabase } from '../with-service-database.ts';

interface Options {
  readonly service: string;
  readonly topic: string;
  readonly key: string;
  readonly json?: boolean;
}

export function outboxRelease(terminal: OperatorTerminal): Command {
  return new Command('release')
    .description('Try the events of a key again, all of them and in their order, once the cause is mended.')
    .requiredOption('--service <name>', 'whose outbox it is')
    .requiredOption('--topic <topic>', 'from `fn outbox list`')
    .requiredOption('--key <key>', 'from `fn outbox list`')
    .option('--json', 'print the result as JSON')
    .action((options: Options) => release(terminal, options));
}

async function release(terminal: OperatorTerminal, { service: name, topic, key, json }: Options): Promise<void> {
  for (const service of servicesNamed(name)) {
    const released = await withServiceDatabase(terminal, service, 'transaction', (tx) =>
      releaseQuarantined(tx, service.schema, { topic, key }),
    );
    if (released === 0) {
      throw new DomainError('outbox.not_found', 'missing', `${service.name} has nothing of this key in quarantine.`);
    }
    terminal.out(json ? JSON.stringify({ service: service.name, released }) : `Released ${released}.`);
  }
}
