import type { BusMessage, DeliveredMessage } from '../message.ts';
import { deadLetterTopicOf, HEADER, withoutOurs } from './dead-letter-headers.ts';
import type { FailureFacts } from './failure-facts.ts';

/** A message that a group could not handle, with where it came from and what is known of why. */
export interface DeadLetter {
  /** Names the failure of one message in one group; a second copy of the same one has the same identity. */
  readonly identity: string;
  readonly group: string;
  readonly generation: number;
  readonly code: string;
  readonly errorClass: string;
  readonly kind: string | undefined;
  readonly fingerprint: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly origin: { readonly topic: string; readonly partition: number; readonly offset: string };
  /** How often this message was redriven before it failed again. */
  readonly redriveCount: number;
  readonly redriven: boolean;
  /** The message as it lies in the dead letter topic: original key, bytes and attributes, unless it is abridged. */
  readonly message: DeliveredMessage;
}

export interface Failure {
  readonly group: string;
  readonly generation: number;
  readonly attempts: number;
  readonly at: Date;
  readonly facts: FailureFacts;
}

export function deadLetterMessage(message: DeliveredMessage, { facts, ...failure }: Failure): BusMessage {
  const headers = {
    ...withoutOurs(message.headers),
    ...(message.headers[HEADER.redriveCount] && { [HEADER.redriveCount]: message.headers[HEADER.redriveCount] }),
    ...(facts.kind && { [HEADER.kind]: facts.kind }),
    [HEADER.group]: failure.group,
    [HEADER.generation]: String(failure.generation),
    [HEADER.attempts]: String(failure.attempts),
    [HEADER.failedAt]: failure.at.toISOString(),
    [HEADER.code]: facts.code,
    [HEADER.errorClass]: facts.errorClass,
    [HEADER.fingerprint]: facts.fingerprint,
    [HEADER.topic]: message.topic,
    [HEADER.partition]: String(message.partition),
    [HEADER.offset]: message.offset,
  };
  const { value, attributes } = message;
  // Foreign producers need not give a key, and Pub/Sub takes nothing of ours without one.
  const key = message.key || message.offset;
  return { topic: deadLetterTopicOf(message.topic), key, value, attributes, headers };
}

/** Foreign messages may hold more than we may publish, on every transport. */
const MOST_LETTERS = 200;

/** Tells of a message that is itself beyond what may be published; it can still be read where it came from. */
export function abridged({ topic, value, attributes, headers = {} }: BusMessage): BusMessage {
  const ours = new Set<string>(Object.values(HEADER));
  const facts = Object.fromEntries(Object.entries(headers).filter(([name]) => ours.has(name)));
  return {
    topic,
    key: `${facts[HEADER.partition]}/${facts[HEADER.offset]}`,
    value: new Uint8Array(),
    attributes: { ...attributes, ...clipped(attributes) },
    headers: { ...clipped(facts), [HEADER.omitted]: String(value.length) },
  };
}

function clipped(texts: object): Record<string, string> {
  const entries = Object.entries(texts).map(([name, text]) => [name, String(text).slice(0, MOST_LETTERS)] as const);
  return Object.fromEntries(entries.map(([name, text]) => [name, text.toWellFormed()]));
}

/** Undefined when this is no dead letter: a marker, or something that strayed into the topic. */
export function deadLetterFrom(message: DeliveredMessage): Omit<DeadLetter, 'redriven'> | undefined {
  const { headers } = message;
  const group = headers[HEADER.group];
  const topic = headers[HEADER.topic];
  const offset = headers[HEADER.offset];
  if (group === undefined || topic === undefined || offset === undefined) return undefined;
  const generation = Number(headers[HEADER.generation] ?? 0);
  const partition = Number(headers[HEADER.partition] ?? 0);
  return {
    identity: [group, generation, topic, partition, offset].join('/'),
    group,
    generation,
    code: headers[HEADER.code] ?? 'unexpected',
    errorClass: headers[HEADER.errorClass] ?? 'Error',
    kind: headers[HEADER.kind],
    fingerprint: headers[HEADER.fingerprint] ?? '',
    attempts: Number(headers[HEADER.attempts] ?? 1),
    failedAt: new Date(headers[HEADER.failedAt] ?? message.publishedAt),
    origin: { topic, partition, offset },
    redriveCount: Number(headers[HEADER.redriveCount] ?? 0),
    message,
  };
}
