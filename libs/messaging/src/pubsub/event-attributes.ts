import { cloudEventsBinding, type ReadEvent, type Texts } from '../cloud-events-binding.ts';

const binding = cloudEventsBinding('ce-');

export interface Received {
  readonly topic: string;
  readonly messageId: string;
  readonly publishedAt: Date;
  readonly key: string;
  readonly attributes: Texts;
}

export const toAttributes = binding.write;

export function fromAttributes({ topic, messageId, publishedAt, key, attributes }: Received): ReadEvent {
  return binding.read(attributes, { source: `/pubsub/${topic}`, place: `${topic}/${messageId}`, key, publishedAt });
}
