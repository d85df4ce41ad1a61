import { Command } from 'commander';
import { environmentOf } from '../environment.ts';
import { servicesNamed } from '../services.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly service: string;
  readonly json?: boolean;
}

export function eventsReplay(terminal: OperatorTerminal): Command {
  return new Command('replay')
    .description('Run everything in the log through a service again. No mail or webhook goes out by it.')
    .requiredOption('--service <name>', 'such as fn-matcher')
    .option('--json', 'print the result as JSON')
    .action((options: Options) => replay(terminal, options));
}

async function replay(terminal: OperatorTerminal, { service: name, json }: Options): Promise<void> {
  for (const service of servicesNamed(name)) {
    terminal.note(`Replaying the log through ${service.name}; Ctrl-C ends it, and it can be started anew.`);
    const result = await service.replay(environmentOf(service.name, terminal.env), terminal.interrupted);
    const { generation, handled, skipped, deadLettered, complete } = result;
    if (!complete) terminal.exitWith(1);
    terminal.out(
      json
        ? JSON.stringify({ service: service.name, ...result })
        : `${service.name}: generation ${generation}, ${handled} handled, ${skipped} not for it, ${deadLettered} dead-lettered${complete ? '' : '; interrupted'}`,
    );
  }
}
