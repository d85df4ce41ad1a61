import type { CatalogEvent, CatalogTopic } from './catalog.ts';
import { EVENT_DATA, TOPIC_DATA, TOPICS } from './generated/catalog.ts';
import type { EventName } from './generated/event-map.ts';

export type TopicName = (typeof TOPICS)[keyof typeof TOPICS];

/** What `schemas/catalog.yaml` says. */
export const catalog: {
  readonly topics: readonly CatalogTopic[];
  readonly events: Readonly<Record<EventName, CatalogEvent>>;
} = { topics: TOPIC_DATA, events: EVENT_DATA };

export const EVENT_NAMES = Object.keys(EVENT_DATA) as readonly EventName[];

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENT_DATA, name);
}

export function topicOf(name: EventName): TopicName {
  return EVENT_DATA[name].topic as TopicName;
}

/** The services that read something of a topic, as the catalog names them. */
export function consumersOf(topic: string): string[] {
  const events = Object.values(EVENT_DATA).filter((event) => event.topic === topic);
  return [...new Set(events.flatMap(({ consumers }) => Object.keys(consumers)))];
}

export function deadLetterTopicOf(topic: string): string {
  return `${topic}.dlq`;
}
