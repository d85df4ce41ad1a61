import { catalog, consumersOf, type KafkaAcl, kafkaAcls } from '@foundnow/contracts';
import { grantKafkaRights, type OperatorTerminal } from '@foundnow/service';
import { Command } from 'commander';
import { namedBus } from '../bus.ts';

interface Options {
  readonly apply?: boolean;
  readonly json?: boolean;
}

export function busAcls(terminal: OperatorTerminal): Command {
  return new Command('acls')
    .description('The rights on Kafka that each service and fn need, as the catalog says.')
    .option('--apply', 'grant them, as a user of Kafka who may alter ACLs (KAFKA_SASL_USERNAME)')
    .option('--json', 'print one JSON object per principal and resource, and line')
    .action((options: Options) => acls(terminal, options));
}

async function acls(terminal: OperatorTerminal, { apply, json }: Options): Promise<void> {
  const rights = kafkaAcls(catalog.topics.map(({ name, owner }) => ({ name, owner, consumers: consumersOf(name) })));
  if (apply) await grantKafkaRights(namedBus(terminal), rights);
  for (const right of rights) terminal.out(json ? JSON.stringify(right) : lineOf(right));
  if (apply) terminal.note(`Granted ${rights.length} rights; those that were there already stayed.`);
}

function lineOf({ principal, resource, name, pattern, operations }: KafkaAcl): string {
  return `${principal.padEnd(22)}${resource.padEnd(7)}${name}${pattern === 'prefixed' ? '*' : ''}  ${operations.join(' ')}`;
}
