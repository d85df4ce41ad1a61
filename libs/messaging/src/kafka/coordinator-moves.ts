import { createRequire } from 'node:module';

interface ConsumerGroup {
  readonly groupId: string;
  readonly cluster: { findGroupCoordinator(of: { groupId: string }): Promise<unknown> };
  coordinator: unknown;
  offsetManager: { coordinator: unknown } | null;
  heartbeat: (this: ConsumerGroup, options: { interval: number }) => Promise<void>;
  fetch: (this: ConsumerGroup, nodeId: string) => Promise<unknown>;
}

const GAVE_UP = 'KafkaJSNumberOfRetriesExceeded';
/** The coordinator did not answer, rather than answered no. */
const UNANSWERED = new Set([
  'KafkaJSBrokerNotFound',
  'KafkaJSConnectionClosedError',
  'KafkaJSConnectionError',
  'KafkaJSRequestTimeoutError',
  GAVE_UP,
]);

/**
 * When the broker that coordinates a group dies, kafkajs goes on asking it until the consumer crashes, comes back as a
 * new member, and makes the group wait a whole session for the old one. The group is with another broker long since:
 * asked there, the member is the same, and nothing has to be shared out anew.
 */
export function followCoordinators(): void {
  const load = createRequire(import.meta.url);
  const { prototype } = load('kafkajs/src/consumer/consumerGroup.js') as { prototype: ConsumerGroup };
  const { heartbeat, fetch } = prototype;
  prototype.heartbeat = async function follow(this: ConsumerGroup, options) {
    try {
      await heartbeat.call(this, options);
    } catch (error) {
      if (error instanceof Error && UNANSWERED.has(error.name)) await findAgain(this);
      throw lasting(error);
    }
  };
  prototype.fetch = async function goOn(this: ConsumerGroup, nodeId) {
    try {
      return await fetch.call(this, nodeId);
    } catch (error) {
      throw lasting(error);
    }
  };
}

async function findAgain(group: ConsumerGroup): Promise<void> {
  try {
    group.coordinator = await group.cluster.findGroupCoordinator({ groupId: group.groupId });
    if (group.offsetManager) group.offsetManager.coordinator = group.coordinator;
  } catch {
    // Nobody coordinates the group just now: that is looked at again with the next heartbeat.
  }
}

/** That a few tries within seconds were in vain is no reason to give the membership up: brokers take longer to elect. */
function lasting(error: unknown): unknown {
  if (error instanceof Error && error.name === GAVE_UP) Object.assign(error, { retriable: true });
  return error;
}
