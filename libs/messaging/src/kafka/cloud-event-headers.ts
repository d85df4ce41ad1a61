import type { IHeaders } from 'kafkajs';
import { cloudEventsBinding, type ReadEvent } from '../cloud-events-binding.ts';

const binding = cloudEventsBinding('ce_');

export interface Origin {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly publishedAt: Date;
}

export const headersOf = binding.write;

export function readHeaders(headers: IHeaders = {}, { topic, partition, offset, key, publishedAt }: Origin): ReadEvent {
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)]));
  return binding.read(texts, {
    source: `/kafka/${topic}`,
    place: `${topic}/${partition}/${offset}`,
    key,
    publishedAt,
  });
}

/** A name that is there more than once arrives as a list: the last one counts, as in most clients. */
function textOf(value: IHeaders[string]): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : last?.toString('utf8');
}
