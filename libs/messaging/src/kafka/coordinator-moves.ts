import { createRequire } from 'node:module';

interface ConsumerGroup {
  readonly groupId: string;
  readonly cluster: { findGroupCoordinator(of: { groupId: string }): Promise<unknown> };
  coordinator: unknown;
  offsetManager: { coordinator: unknown } | null;
  heartbeat: (this: ConsumerGroup, options: { interval: number }) => Promise<void>;
}

/** The coordinator did not answer, rather than answered no. */
const UNANSWERED = new Set([
  'KafkaJSBrokerNotFound',
  'KafkaJSConnectionClosedError',
  'KafkaJSConnectionError',
  'KafkaJSRequestTimeoutError',
]);

/**
 * When the broker that coordinates a group dies, kafkajs goes on asking it until the consumer crashes, comes back as a
 * new member, and makes the group wait a whole session for the old one. The group is with another broker long since:
 * asked there, the member is the same, and nothing has to be shared out anew.
 */
export function followCoordinators(): void {
  const load = createRequire(import.meta.url);
  const { prototype } = load('kafkajs/src/consumer/consumerGroup.js') as { prototype: ConsumerGroup };
  const { heartbeat } = prototype;
  prototype.heartbeat = async function follow(this: ConsumerGroup, options) {
    try {
      await heartbeat.call(this, options);
    } catch (error) {
      if (error instanceof Error && UNANSWERED.has(error.name)) {
        this.coordinator = await this.cluster.findGroupCoordinator({ groupId: this.groupId });
        if (this.offsetManager) this.offsetManager.coordinator = this.coordinator;
      }
      throw error;
    }
  };
}
