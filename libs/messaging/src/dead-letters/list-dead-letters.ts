import type { MessageBus } from '../message-bus.port.ts';
import { type DeadLetter, deadLetterFrom } from './dead-letter.ts';
import { deadLetterTopicOf, HEADER } from './dead-letter-headers.ts';

export interface DeadLetterFilter {
  /** The topics that the messages came from. */
  readonly topics: readonly string[];
  readonly group?: string;
  readonly fingerprint?: string;
  /** Also those that were redriven already. Default: no. */
  readonly includeRedriven?: boolean;
  readonly signal?: AbortSignal;
}

/** Oldest first, each failure once, however often it was written. */
export async function listDeadLetters(bus: Pick<MessageBus, 'read'>, filter: DeadLetterFilter): Promise<DeadLetter[]> {
  const letters = new Map<string, Omit<DeadLetter, 'redriven'>>();
  const redriven = new Set<string>();
  const topics = filter.topics.map(deadLetterTopicOf);
  const { signal } = filter;
  for await (const message of bus.read({ topics, from: 'beginning', follow: false, ...(signal && { signal }) })) {
    const marked = message.headers[HEADER.redriven];
    if (marked !== undefined) redriven.add(marked);
    const letter = marked === undefined ? deadLetterFrom(message) : undefined;
    if (letter && !letters.has(letter.identity)) letters.set(letter.identity, letter);
  }
  return [...letters.values()]
    .map((letter) => ({ ...letter, redriven: redriven.has(letter.identity) }))
    .filter((letter) => filter.includeRedriven || !letter.redriven)
    .filter((letter) => filter.group === undefined || letter.group === filter.group)
    .filter((letter) => filter.fingerprint === undefined || letter.fingerprint === filter.fingerprint);
}

export interface DeadLetterCause {
  readonly fingerprint: string;
  readonly group: string;
  readonly event: string;
  readonly code: string;
  readonly errorClass: string;
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
}

/** One line per cause, the most frequent first. */
export function groupByFingerprint(letters: readonly DeadLetter[]): DeadLetterCause[] {
  const groups = Map.groupBy(letters, (letter) => `${letter.group}/${letter.fingerprint}`);
  const causes = [...groups.values()].flatMap((same) => {
    const [one] = same;
    if (!one) return [];
    const times = same.map((letter) => letter.failedAt.getTime());
    const { fingerprint, group, code, errorClass } = one;
    const event = one.message.attributes.type;
    const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
    return [{ fingerprint, group, event, code, errorClass, count: same.length, first, last }];
  });
  return causes.sort((a, b) => b.count - a.count || a.first.getTime() - b.first.getTime());
}
