import { uuidv7 } from '@foundnow/kernel';
import { startPubSubEmulator } from '@foundnow/testing/brokers';
import { createPubSubBus, provisionPubSub, type PubSubBusOptions } from '../../src/pubsub/index.ts';
import type { MessageBus } from '../../src/index.ts';
import type { BusHarness } from '../bus-harness.ts';

export interface PubSubHarness extends BusHarness {
  readonly options: PubSubBusOptions;
  createBus(options?: Partial<PubSubBusOptions>): Promise<MessageBus>;
}

const DAY = 24 * 60 * 60 * 1000;

/** A project of its own on the emulator of this test run. */
export async function startPubSubHarness(more: Partial<PubSubBusOptions> = {}): Promise<PubSubHarness> {
  const emulator = await startPubSubEmulator();
  const options: PubSubBusOptions = {
    projectId: `fn-${uuidv7.next()}`,
    emulatorHost: emulator.host,
    timings: { ackDeadlineSeconds: 10, quietMs: 300 },
    ...more,
  };
  return {
    options,
    child: { module: new URL('pubsub-child.ts', import.meta.url), options },
    createBus: async (own = {}) => createPubSubBus({ ...options, ...own }),
    async createTopic(partitions) {
      const name = `t.${uuidv7.next()}`;
      const plan = { partitions, retentionMs: 30 * DAY, groups: [] };
      await provisionPubSub(options, [
        { ...plan, name },
        { ...plan, name: `${name}.dlq` },
      ]);
      return name;
    },
    close: () => emulator.stop(),
  };
}
