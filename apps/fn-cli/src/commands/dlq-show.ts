import { type DeadLetter, listDeadLetters } from '@foundnow/messaging';
import { DomainError } from '@foundnow/kernel';
import { Command } from 'commander';
import { DEAD_LETTERS_OF, withBus } from '../bus.ts';
import { parseCount } from '../parse-time.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly limit: number;
  readonly json?: boolean;
}

export function dlqShow(terminal: OperatorTerminal): Command {
  return new Command('show')
    .description('The dead letters of one cause, with where each came from. Never their content.')
    .argument('<fingerprint>', 'from `fn dlq list`')
    .option('--limit <n>', 'at most so many', parseCount, 20)
    .option('--json', 'print one JSON object per dead letter and line')
    .action((fingerprint: string, options: Options) => show(terminal, fingerprint, options));
}

async function show(terminal: OperatorTerminal, fingerprint: string, { limit, json }: Options): Promise<void> {
  const letters = await withBus(terminal, (bus) =>
    listDeadLetters(bus, { topics: DEAD_LETTERS_OF, fingerprint, includeRedriven: true }),
  );
  if (letters.length === 0) {
    throw new DomainError('dlq.not_found', 'missing', `There is no dead letter with the fingerprint ${fingerprint}.`);
  }
  for (const letter of letters.slice(0, limit)) terminal.out(json ? JSON.stringify(factsOf(letter)) : textOf(letter));
  if (letters.length > limit) terminal.note(`${letters.length - limit} more; see --limit.`);
}

function factsOf({ message, ...letter }: DeadLetter): unknown {
  return { ...letter, key: message.key, event: message.attributes, bytes: message.value.length };
}

function textOf({ message, origin, failedAt, group, code, attempts, redriven, redriveCount }: DeadLetter): string {
  const { id, type, subject, correlationId } = message.attributes;
  return [
    `${type} ${id}`,
    `  failed in ${group} at ${failedAt.toISOString()} after ${attempts} attempts: ${code}`,
    `  about ${subject}, correlation ${correlationId}, ${message.value.length} B`,
    `  from ${origin.topic}/${origin.partition}@${origin.offset}, redriven before: ${redriveCount}${redriven ? ', sent back since' : ''}`,
  ].join('\n');
}
