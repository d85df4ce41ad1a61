import { type OperatorTerminal, provisionBus, topicPlans } from '@foundnow/service';
import { Command } from 'commander';
import { busEnvOf, withBus } from '../bus.ts';

export function busCheck(terminal: OperatorTerminal): Command {
  return new Command('check')
    .description('Say whether the bus answers, what it lacks of the catalog and what has drifted. Changes nothing.')
    .option('--json', 'print the result as JSON')
    .action((options: { json?: boolean }) => check(terminal, options));
}

async function check(terminal: OperatorTerminal, { json }: { json?: boolean }): Promise<void> {
  const env = busEnvOf(terminal);
  await withBus(terminal, (bus) => bus.ping());
  const { made: missing, mended: drifted, warnings } = await provisionBus(env, topicPlans(), { dryRun: true });
  const isRight = missing.length + drifted.length + warnings.length === 0;
  if (!isRight) terminal.exitWith(1);
  if (json) return terminal.out(JSON.stringify({ bus: env.EVENT_BUS, answers: true, missing, drifted, warnings }));
  for (const topic of missing) terminal.out(`missing: ${topic}`);
  for (const topic of drifted) terminal.out(`settings differ: ${topic}`);
  for (const warning of warnings) terminal.out(warning);
  if (missing.length + drifted.length > 0) terminal.note('fn bus provision makes what is missing and mends the rest.');
  if (isRight) terminal.out(`${env.EVENT_BUS}: answers, and is as the catalog says.`);
}
