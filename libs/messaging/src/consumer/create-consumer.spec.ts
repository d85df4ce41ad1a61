import { describe, expect, it } from '@jest/globals';
import { sampleDecoder } from '../../test/sample-messages.ts';
import { failurePolicy } from '../failure-policy.ts';
import type { MessageBus } from '../message-bus.port.ts';
import { createConsumer } from './create-consumer.ts';

const policy = failurePolicy({ isDependencyFailure: () => false });

describe('a consumer', () => {
  it('that could not subscribe can still be stopped, and is done', async () => {
    const subscribe = () => Promise.reject(new Error('no such topic'));
    const bus = { subscribe } as unknown as MessageBus;
    const consumer = createConsumer({
      bus,
      decoder: sampleDecoder,
      group: 'g',
      topics: [],
      handlers: new Map(),
      policy,
    });
    await expect(consumer.start()).rejects.toThrow('no such topic');
    await consumer.stop();
    await consumer.done;
  });
});
