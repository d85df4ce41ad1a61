import { redrive, type RedriveOptions } from '@foundnow/messaging';
import { Command, Option } from 'commander';
import { DEAD_LETTERS_OF, withBus } from '../bus.ts';
import { parseCount } from '../parse-time.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly topic: readonly string[];
  readonly group?: string;
  readonly fingerprint?: string;
  readonly limit: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function dlqRedrive(terminal: OperatorTerminal): Command {
  return new Command('redrive')
    .description('Send dead letters back, to the service that failed and to no other.')
    .addOption(
      new Option('--topic <topic...>', 'only from these topics').choices([...DEAD_LETTERS_OF]).default(DEAD_LETTERS_OF),
    )
    .option('--group <group>', 'only of this service')
    .option('--fingerprint <fingerprint>', 'only of this cause')
    .option('--limit <n>', 'at most so many', parseCount, 100)
    .option('--dry-run', 'say what would be sent')
    .option('--json', 'print the result as JSON')
    .action((options: Options) => run(terminal, options));
}

async function run(
  terminal: OperatorTerminal,
  { topic: topics, group, fingerprint, limit, dryRun = false, json }: Options,
) {
  const filter: RedriveOptions = {
    topics,
    limit,
    dryRun,
    ...(group !== undefined && { group }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
  const { redriven, refused, remaining } = await withBus(terminal, (bus) => redrive(bus, filter));
  const refusals = Object.entries(Object.groupBy(refused, ({ reason }) => reason)).map(
    ([reason, letters]) => [reason, letters.length] as const,
  );
  if (json) {
    terminal.out(
      JSON.stringify({ dryRun, redriven: redriven.length, refused: Object.fromEntries(refusals), remaining }),
    );
    return;
  }
  terminal.out(`${dryRun ? 'Would send' : 'Sent'} ${redriven.length} back.`);
  for (const [reason, count] of refusals) terminal.out(`Refused ${count}: ${EXPLAINED[reason] ?? reason}`);
  if (remaining > 0) terminal.out(`${remaining} more are left; run it again or raise --limit.`);
}

const EXPLAINED: Readonly<Record<string, string>> = {
  'too-many-redrives': 'they failed after three redrives; look at the cause first.',
  'from-a-replay': 'they failed in a replay that is over; start another replay.',
  'without-content': 'they are larger than what may be published; read them where they came from.',
};
