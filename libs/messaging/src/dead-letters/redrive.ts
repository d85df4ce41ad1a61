import type { BusMessage } from '../message.ts';
import type { MessageBus } from '../message-bus.port.ts';
import type { DeadLetter } from './dead-letter.ts';
import { deadLetterTopicOf, HEADER, withoutOurs } from './dead-letter-headers.ts';
import { type DeadLetterFilter, listDeadLetters } from './list-dead-letters.ts';

/** A message that failed again after this many redrives needs a person, not another round. */
export const MAX_REDRIVES = 3;

export interface RedriveOptions extends Omit<DeadLetterFilter, 'includeRedriven'> {
  /** The most messages that are sent in this call. Default 100. */
  readonly limit?: number;
  readonly dryRun?: boolean;
}

/** `without-content`: the message was more than could be published, and was left where it came from. */
export type Refusal = 'too-many-redrives' | 'from-a-replay' | 'without-content';

export interface RedriveResult {
  readonly dryRun: boolean;
  /** Sent back to their topics, or what would be. */
  readonly redriven: readonly DeadLetter[];
  readonly refused: readonly { readonly letter: DeadLetter; readonly reason: Refusal }[];
  /** Left for another call by the limit. */
  readonly remaining: number;
}

/**
 * Sends dead letters back to the topic that they came from, for the group that failed alone. Each goes out together
 * with a marker in the dead letter topic, by which the next list knows that it was done. A crash between the two
 * sends a message twice, and the inbox takes it once.
 */
export async function redrive(bus: MessageBus, options: RedriveOptions): Promise<RedriveResult> {
  const { limit = 100, dryRun = false, ...filter } = options;
  const letters = await listDeadLetters(bus, filter);
  const refused = letters.flatMap((letter) => {
    const reason = refusal(letter);
    return reason ? [{ letter, reason }] : [];
  });
  const sendable = letters.filter((letter) => refusal(letter) === undefined);
  const redriven = sendable.slice(0, limit);
  if (!dryRun) for (const letter of redriven) await bus.publish([redrivenMessage(letter), marker(letter)]);
  return { dryRun, redriven, refused, remaining: sendable.length - redriven.length };
}

function refusal(letter: DeadLetter): Refusal | undefined {
  if (letter.message.headers[HEADER.omitted] !== undefined) return 'without-content';
  if (letter.redriveCount >= MAX_REDRIVES) return 'too-many-redrives';
  // The replay that failed is over; its generation has no consumer any more.
  return letter.generation > 0 ? 'from-a-replay' : undefined;
}

function redrivenMessage({ group, origin, redriveCount, message }: DeadLetter): BusMessage {
  const headers = {
    ...withoutOurs(message.headers),
    [HEADER.redriveGroup]: group,
    [HEADER.redriveCount]: String(redriveCount + 1),
  };
  const { key, value, attributes } = message;
  return { topic: origin.topic, key, value, attributes, headers };
}

function marker({ identity, origin, message }: DeadLetter): BusMessage {
  const { key, attributes } = message;
  const headers = { [HEADER.redriven]: identity };
  return { topic: deadLetterTopicOf(origin.topic), key, value: new Uint8Array(), attributes, headers };
}
