import { type BusProvision, type OperatorTerminal, provisionBus, topicPlans } from '@foundnow/service';
import { Command } from 'commander';
import { busEnvOf } from '../bus.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function busProvision(terminal: OperatorTerminal): Command {
  return new Command('provision')
    .description('Make the topics of the catalog that the broker lacks, and mend settings that have drifted.')
    .option('--dry-run', 'say what would be done')
    .option('--json', 'print the result as JSON')
    .action((options: Options) => provision(terminal, options));
}

async function provision(terminal: OperatorTerminal, { dryRun = false, json }: Options): Promise<void> {
  const env = busEnvOf(terminal);
  const done = await provisionBus(env, topicPlans(), { dryRun });
  if (json) return terminal.out(JSON.stringify({ bus: env.EVENT_BUS, dryRun, ...done }));
  for (const line of linesOf(done, dryRun)) terminal.out(line);
  if (done.made.length + done.mended.length === 0) terminal.out(`${env.EVENT_BUS}: nothing to make.`);
}

function linesOf({ made, mended, warnings }: BusProvision, dryRun: boolean): string[] {
  return [
    ...made.map((topic) => `${dryRun ? 'would make' : 'made'} ${topic}`),
    ...mended.map((topic) => `${dryRun ? 'would mend' : 'mended'} ${topic}`),
    ...warnings,
  ];
}
