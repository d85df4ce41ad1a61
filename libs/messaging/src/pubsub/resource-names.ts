const NAME = /^[A-Za-z][\w.+%-]*$/;
const MOST = 255;

/** Parts a name into what it is made of; it is in no topic and in no group. */
const BETWEEN = '~';

/** Where a group's position in a topic lives; each replay has one of its own. */
export function subscriptionOf(topic: string, group: string, generation = 0): string {
  const parts = [checked('topic', topic), checked('group', group), ...(generation > 0 ? [generation] : [])];
  return short(parts.join(BETWEEN));
}

/** Keeps the dead letters of a topic where a server cannot seek: read and given back, never acknowledged. */
export function standingSubscriptionOf(topic: string): string {
  return short(`${checked('topic', topic)}${BETWEEN}${BETWEEN}standing`);
}

/** For one read; nobody else knows it. */
export function passingSubscriptionOf(topic: string, id: string): string {
  return short(`${checked('topic', topic)}${BETWEEN}${BETWEEN}read-${id}`);
}

export function isDeadLetterTopic(topic: string): boolean {
  return topic.endsWith('.dlq');
}

function checked(what: string, name: string): string {
  if (NAME.test(name) && !name.startsWith('goog')) return name;
  throw new RangeError(
    `Pub/Sub takes no ${what} named ${JSON.stringify(name)}: letters, digits and - _ . + %, a letter first, and not goog`,
  );
}

function short(name: string): string {
  if (name.length <= MOST) return name;
  throw new RangeError(`Pub/Sub takes names of up to ${MOST} characters; ${name} has ${name.length}`);
}
