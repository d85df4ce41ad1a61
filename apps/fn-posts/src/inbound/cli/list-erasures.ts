import type { OperatorTerminal, WithUseCases } from '@foundnow/service';
import { Command, InvalidArgumentError } from 'commander';
import type { Erasure } from '../../use-cases/privacy/erasures.port.ts';
import type { ReadErasures } from '../../use-cases/privacy/read-erasures.ts';

interface Options {
  readonly since: Date;
  readonly open?: boolean;
  readonly json?: boolean;
}

/** An erasure is noted once she has ended what she was writing, with the time at which it was asked for. */
const OVERLAP_MS = 3_600_000;

const EXAMPLES = `
Examples:
  fn posts erasures --json > erasures.jsonl
  fn posts erasures --json --since 2026-03-01T12:00:00Z >> erasures.jsonl
  fn posts erasures --open`;

/** `fn posts erasures` */
export function listErasures(
  terminal: OperatorTerminal,
  withUseCases: WithUseCases<{ readErasures: ReadErasures }>,
): Command {
  return new Command('erasures')
    .description(
      'Who was erased: keep what --json prints apart from the backups, for `fn posts erase` after a restore.',
    )
    .option(
      '--since <time>',
      'only those requested from an hour before then on, as in 2026-03-01 or 2026-03-01T12:00:00Z',
      time,
      new Date(0),
    )
    .option('--open', 'only those of which something is left')
    .option('--json', 'print one JSON object per line')
    .addHelpText('after', EXAMPLES)
    .action(async ({ since: from, open: onlyOpen = false, json }: Options) => {
      const since = new Date(from.getTime() - OVERLAP_MS);
      await withUseCases(async ({ readErasures }) => {
        for await (const erasure of readErasures.run({ since, onlyOpen })) {
          terminal.out(json ? JSON.stringify(erasure) : inWords(erasure));
          if (terminal.interrupted.aborted) return;
        }
      });
    });
}

function inWords({ personId, requestedAt, completedAt, source }: Erasure): string {
  return `${personId} ${requestedAt.toISOString()} ${source.padEnd(8)} ${completedAt?.toISOString() ?? 'open'}`;
}

function time(text: string): Date {
  const date = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('it must be a time, as in 2026-03-01T12:00:00Z.');
}
