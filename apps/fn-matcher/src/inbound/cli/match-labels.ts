import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command, InvalidArgumentError } from 'commander';
import type { ListLabels } from '../../use-cases/stats/list-labels.ts';

const EXAMPLES = `
Examples:
  fn matcher labels > labels.jsonl
  fn matcher labels --since 2026-03-01`;

/** `fn matcher labels` */
export function matchLabels(
  terminal: OperatorTerminal,
  withUseCases: WithUseCases<{ listLabels: ListLabels }>,
): Command {
  return new Command('labels')
    .description('Pairs of which people said whether they are one item: a JSON object per line, to train a model with.')
    .option('--since <time>', 'only those decided since then, as in 2026-03-01', time, new Date(0))
    .addHelpText('after', EXAMPLES)
    .action(async ({ since }: { readonly since: Date }) => {
      await withUseCases(async ({ listLabels }) => {
        for await (const label of listLabels.run(since)) {
          terminal.out(JSON.stringify(label));
          if (terminal.interrupted.aborted) return;
        }
      });
    });
}

function time(text: string): Date {
  const date = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('it must be a time, as in 2026-03-01T12:00:00Z.');
}
