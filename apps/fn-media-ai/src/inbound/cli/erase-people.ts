import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command } from 'commander';
import type { ErasePerson } from '../../use-cases/privacy/erase-person.ts';
import { erasuresIn } from './erasures-in.ts';

const EXAMPLES = `
Examples:
  fn media-ai erase --from erasures.jsonl
  cat erasures-*.jsonl | fn media-ai erase --from - --json`;

interface Options {
  readonly from: string;
  readonly json?: boolean;
}

/** `fn media-ai erase`: of whom nothing is to come back, the ledger of fn-posts says. */
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
      const erased = await withUseCases(({ erasePerson }) => run(terminal, erasePerson, from));
      terminal.out(json ? JSON.stringify({ erased }) : `${erased} people are erased.`);
      if (!terminal.interrupted.aborted) return;
      terminal.note('Interrupted: whoever comes next in the file was not erased. Run it again.');
      terminal.exitWith(1);
    });
}

async function run({ interrupted }: OperatorTerminal, erasePerson: ErasePerson, from: string): Promise<number> {
  let erased = 0;
  for await (const { personId, requestedAt } of erasuresIn(from)) {
    await erasePerson.run(personId, interrupted, requestedAt);
    if (interrupted.aborted) break;
    erased += 1;
  }
  return erased;
}
