import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command, InvalidArgumentError } from 'commander';
import type { Difference, Judged, ReplayModel } from '../../use-cases/replay/replay-model.ts';

interface Options {
  readonly model: string;
  readonly from: Date;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  fn matcher replay --model v2 --from 2026-03-01
  fn matcher replay --model v2 --from 2026-03-01 --json > diff.jsonl`;

/** `fn matcher replay` */
export function replayModel(
  terminal: OperatorTerminal,
  withUseCases: WithUseCases<{ replayModel: ReplayModel }>,
): Command {
  return new Command('replay')
    .description('What another model would match among the posts that are active: what differs from the model in use.')
    .requiredOption('--model <name>', 'a file of models/, without its ending')
    .requiredOption('--from <time>', 'posts reported since then, as in 2026-03-01', time)
    .option('--json', 'print one JSON object per line')
    .addHelpText('after', EXAMPLES)
    .action(async ({ model, from, json }: Options) => {
      await withUseCases(async ({ replayModel: useCase }) => {
        let count = 0;
        for await (const difference of useCase.run(model, from)) {
          count += 1;
          terminal.out(json ? JSON.stringify(difference) : inWords(difference));
          if (terminal.interrupted.aborted) break;
        }
        terminal.note(count === 0 ? 'Nothing differs.' : `${count} pairs differ.`);
      });
    });
}

function inWords({ lostPostId, foundPostId, before, after }: Difference): string {
  return `${lostPostId} ${foundPostId}: ${judged(before)} → ${judged(after)}`;
}

function judged(said: Judged | null): string {
  return said === null ? 'none' : `${said.tier} (${said.probability.toFixed(2)})`;
}

function time(text: string): Date {
  const date = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('it must be a time, as in 2026-03-01T12:00:00Z.');
}
