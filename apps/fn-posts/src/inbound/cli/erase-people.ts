import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command } from 'commander';
import type { ErasePerson } from '../../use-cases/privacy/erase-person.ts';
import { readErasuresFile } from './read-erasures-file.ts';

interface Options {
  readonly from: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  fn posts erase --from erasures.jsonl
  cat erasures-*.jsonl | fn posts erase --from - --json`;

/** `fn posts erase` */
export function erasePeople(
  terminal: OperatorTerminal,
  withUseCases: WithUseCases<{ erasePerson: ErasePerson }>,
): Command {
  return new Command('erase')
    .description('Erase everybody whom `fn posts erasures --json` printed: after a restore, before the service starts.')
    .requiredOption('--from <file>', 'one JSON object per line, each with a personId; - reads the standard input')
    .option('--json', 'print one JSON object per line')
    .addHelpText('after', EXAMPLES)
    .action(async ({ from, json }: Options) => {
      const { erased, open } = await withUseCases(({ erasePerson }) => run(terminal, erasePerson, from));
      if (json) terminal.out(JSON.stringify({ erased, open }));
      else terminal.out(`${erased} people are erased${open > 0 ? `, and of ${open} something is left` : ''}.`);
      if (open > 0) terminal.note('The service goes on with them when it runs: see `fn posts erasures --open`.');
      if (terminal.interrupted.aborted)
        terminal.note('Interrupted: whoever comes next in the file was not erased. Run it again.');
      if (open > 0 || terminal.interrupted.aborted) terminal.exitWith(1);
    });
}

async function run(terminal: OperatorTerminal, erasePerson: ErasePerson, from: string) {
  const count = { erased: 0, open: 0 };
  for await (const order of readErasuresFile(from)) {
    const { completedAt } = await erasePerson.order(order, terminal.interrupted);
    count[completedAt === null ? 'open' : 'erased'] += 1;
    if (terminal.interrupted.aborted) break;
  }
  return count;
}
