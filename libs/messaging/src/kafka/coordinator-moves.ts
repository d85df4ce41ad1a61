import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { typeOf } from './kafka-failure.ts';
import { CLIENT_CLOSED } from './sockets.ts';

interface ConsumerGroup {
  readonly groupId: string;
  readonly cluster: { findGroupCoordinator(of: { groupId: string }): Promise<unknown> };
  coordinator: unknown;
  offsetManager: { coordinator: unknown } | null;
  heartbeat: (this: ConsumerGroup, options: { interval: number }) => Promise<void>;
  fetch: (this: ConsumerGroup, nodeId: string) => Promise<unknown>;
  joinAndSync: (this: ConsumerGroup) => Promise<void>;
}

const GAVE_UP = 'KafkaJSNumberOfRetriesExceeded';
/** The coordinator did not answer. */
const UNANSWERED = new Set([
  'KafkaJSBrokerNotFound',
  'KafkaJSConnectionClosedError',
  'KafkaJSConnectionError',
  'KafkaJSRequestTimeoutError',
  GAVE_UP,
]);
const MOVED = 'NOT_COORDINATOR_FOR_GROUP';
const MOVING = /^(GROUP_LOAD_IN_PROGRESS|GROUP_COORDINATOR_NOT_AVAILABLE)$/;
const JOIN = { tries: 20, restMs: 500 };

/**
 * When the broker that coordinates a group dies, kafkajs goes on asking it until the consumer crashes, comes back as a
 * new member, and makes the group wait a whole session for the old one. The group is with another broker long since:
 * asked there, the member is the same, and nothing has to be shared out anew.
 */
export function followCoordinators(): void {
  const load = createRequire(import.meta.url);
  const { prototype } = load('kafkajs/src/consumer/consumerGroup.js') as { prototype: ConsumerGroup };
  const { heartbeat, fetch, joinAndSync } = prototype;
  const joins = new WeakMap<ConsumerGroup, Promise<void>>();
  prototype.heartbeat = async function follow(this: ConsumerGroup, options) {
    try {
      await heartbeat.call(this, options);
    } catch (error) {
      const moved = typeOf(error) === MOVED;
      if (moved || isUnanswered(error)) await findAgain(this);
      throw moved ? passing('The group has another coordinator', error) : lasting(error);
    }
  };
  prototype.fetch = async function goOn(this: ConsumerGroup, nodeId) {
    try {
      return await fetch.call(this, nodeId);
    } catch (error) {
      throw lasting(error);
    }
  };
  // Several fetches may find at the same time that they have to: Kafka would answer only the last who asks.
  prototype.joinAndSync = function joinOnce(this: ConsumerGroup) {
    const join = joins.get(this) ?? joinInTheEnd(() => joinAndSync.call(this)).finally(() => joins.delete(this));
    joins.set(this, join);
    return join;
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

/**
 * kafkajs tries it once where the coordinator is only moving, and then goes on as if nothing had happened, with what it
 * had before. In vain for long, a consumer has to end: the next one begins from scratch.
 */
async function joinInTheEnd(join: () => Promise<void>, tries = JOIN.tries): Promise<void> {
  try {
    await join();
  } catch (error) {
    const mayPass = isUnanswered(error) || MOVING.test(typeOf(error) ?? '');
    if (!mayPass) throw error;
    if (tries <= 1) throw Object.assign(passing('No way into the group', error), { retriable: false });
    await delay(JOIN.restMs);
    await joinInTheEnd(join, tries - 1);
  }
}

function isUnanswered(error: unknown): boolean {
  return error instanceof Error && UNANSWERED.has(error.name) && !error.message.includes(CLIENT_CLOSED);
}

function passing(text: string, cause: unknown): Error {
  return Object.assign(new Error(text, { cause }), { retriable: true });
}

/** That a few tries within seconds were in vain is no reason to give the membership up: brokers take longer to elect. */
function lasting(error: unknown): unknown {
  if (error instanceof Error && error.name === GAVE_UP) Object.assign(error, { retriable: true });
  return error;
}
