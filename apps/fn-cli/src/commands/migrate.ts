import { migrateBus } from '@foundnow/messaging';
import { migrate, pendingMigrations, revertLast } from '@foundnow/postgres';
import { Command } from 'commander';
import { environmentOf, required } from '../environment.ts';
import { servicesNamed } from '../services.ts';
import type { OperatorTerminal, Service } from '@foundnow/service';

interface Options {
  readonly service?: string;
  readonly dryRun?: boolean;
  readonly down?: boolean;
  readonly json?: boolean;
}

interface Outcome {
  readonly service: string;
  readonly schema: string;
  readonly migrations: readonly string[];
}

export function migrateSchemas(terminal: OperatorTerminal): Command {
  return new Command('migrate')
    .description('Bring the schemas of the bus and the services up to date, as their owners (DATABASE_OWNER_URL).')
    .option('--service <name>', 'only this one, or `bus`; with a DATABASE_OWNER_URL of your own, name one')
    .option('--dry-run', 'say what would run')
    .option('--down', 'take the newest migration back; needs --service')
    .option('--json', 'print one JSON object per service and line')
    .action(async (options: Options, command: Command) => {
      if (options.down && options.service === undefined) command.error('error: --down needs --service');
      if (options.service === undefined || options.service === BUS) await bringBusUpToDate(terminal, options);
      if (options.service === BUS) return;
      for (const service of servicesNamed(options.service)) {
        print(terminal, options, await run(terminal, service, options));
      }
    });
}

/** The bus is no service, and has one way: up. */
const BUS = 'bus';

async function bringBusUpToDate(terminal: OperatorTerminal, { dryRun, json }: Options): Promise<void> {
  const url = required(environmentOf(BUS, terminal.env), 'DATABASE_OWNER_URL');
  if (dryRun) return;
  await migrateBus(url);
  terminal.out(json ? JSON.stringify({ service: BUS, schema: BUS, upToDate: true }) : 'bus: up to date');
}

async function run({ env }: OperatorTerminal, service: Service, { dryRun, down }: Options): Promise<Outcome> {
  const { name, schema } = service;
  const url = required(environmentOf(name, env), 'DATABASE_OWNER_URL');
  if (dryRun) return { service: name, schema, migrations: await pendingMigrations(url, schema, service.migrations) };
  if (!down) return { service: name, schema, migrations: await migrate(url, schema, service.migrations) };
  const reverted = await revertLast(url, schema, service.migrations);
  return { service: name, schema, migrations: reverted === undefined ? [] : [reverted] };
}

function print(terminal: OperatorTerminal, { json, dryRun, down }: Options, outcome: Outcome): void {
  if (json) return terminal.out(JSON.stringify({ ...outcome, dryRun: dryRun === true, down: down === true }));
  const did = dryRun ? 'would run' : down ? 'took back' : 'ran';
  const list = outcome.migrations.join(', ');
  terminal.out(`${outcome.service}: ${list === '' ? 'nothing to do' : `${did} ${list}`}`);
}
