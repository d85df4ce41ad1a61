import { groupByFingerprint, listDeadLetters } from '@foundnow/messaging';
import { Command, Option } from 'commander';
import { DEAD_LETTERS_OF, withBus } from '../bus.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly topic: readonly string[];
  readonly group?: string;
  readonly includeRedriven?: boolean;
  readonly json?: boolean;
}

export function dlqList(terminal: OperatorTerminal): Command {
  return new Command('list')
    .description('One line per cause: what failed, where, how often.')
    .addOption(
      new Option('--topic <topic...>', 'only from these topics').choices([...DEAD_LETTERS_OF]).default(DEAD_LETTERS_OF),
    )
    .option('--group <group>', 'only of this service, such as fn-matcher')
    .option('--include-redriven', 'also those that were sent back already')
    .option('--json', 'print one JSON object per cause and line')
    .action((options: Options) => list(terminal, options));
}

async function list(
  terminal: OperatorTerminal,
  { topic: topics, group, includeRedriven = false, json }: Options,
): Promise<void> {
  const filter = { topics, includeRedriven, ...(group !== undefined && { group }) };
  const causes = groupByFingerprint(await withBus(terminal, (bus) => listDeadLetters(bus, filter)));
  for (const cause of causes) {
    const { fingerprint, count, code, errorClass, event, last } = cause;
    if (json) terminal.out(JSON.stringify(cause));
    else
      terminal.out(
        `${fingerprint}  ${String(count).padStart(6)}×  ${cause.group}  ${event}  ${code} (${errorClass})  last ${last.toISOString()}`,
      );
  }
  if (causes.length === 0) terminal.note('No dead letters.');
}
