import { catalog, consumersOf, deadLetterTopicOf } from '@foundnow/contracts';
import type { TopicPlan } from '@foundnow/messaging';

const DAY_MILLIS = 86_400_000;

/** Dead letters are few, and in one partition people read them in the order in which they failed. */
const DEAD_LETTER_PARTITIONS = 1;

/** What a transport holds ready: each topic of the catalog, and the one for its dead letters. */
export function topicPlans(): TopicPlan[] {
  return catalog.topics.flatMap(({ name, partitions, retentionDays }) => {
    const retentionMs = retentionDays * DAY_MILLIS;
    return [
      { name, partitions, retentionMs, groups: groupsReading(name) },
      // Read by people, without a group.
      { name: deadLetterTopicOf(name), partitions: DEAD_LETTER_PARTITIONS, retentionMs, groups: [] },
    ];
  });
}

/** Those of the topics that a service works with: it may have no right to see the others. */
export function topicPlansOf(service: string): TopicPlan[] {
  const owned = catalog.topics.filter(({ owner }) => `fn-${owner}` === service).map(({ name }) => name);
  const consumed = topicsWithReaders().filter((name) => groupsReading(name).includes(service));
  const own = new Set([...owned, ...consumed, ...consumed.map(deadLetterTopicOf)]);
  return topicPlans().filter(({ name }) => own.has(name));
}

/** The topics from which somebody can have dead letters. */
export function topicsWithReaders(): string[] {
  return catalog.topics.map(({ name }) => name).filter((name) => groupsReading(name).length > 0);
}

function groupsReading(topic: string): string[] {
  return consumersOf(topic)
    .map((name) => `fn-${name}`)
    .toSorted();
}
