import { describe, expect, it, jest } from '@jest/globals';
import type { Delivery } from '@foundnow/messaging';
import { createLogger, createMetrics } from '@foundnow/telemetry';
import { observeConsumer } from './observe-consumer.ts';

const at = (partition: number): Delivery => ({
  group: 'fn-matcher',
  generation: 0,
  topic: 'posts.events',
  partition,
  eventId: '019a5b7e-6e61-7cc3-9f00-2b1f6a1f3c11',
  correlationId: '019a5b7e-6e61-7cc3-9f00-2b1f6a1f3c12',
  event: 'post.created',
  publishedAt: new Date(),
});

describe('what is said of a group that waits for a dependency', () => {
  it('holds until no partition waits any more, also when one was given back instead of going on', () => {
    const { consumer } = createMetrics('fn-matcher', { processMetrics: false });
    const paused = jest.spyOn(consumer, 'paused');
    const observer = observeConsumer(consumer, createLogger({ service: 'fn-matcher', level: 'silent' }));
    const now = () => paused.mock.lastCall?.[1];

    observer.paused?.(at(1), 1, new Error('away'));
    observer.paused?.(at(2), 1, new Error('away'));
    observer.resumed?.(at(1));
    observer.finished?.(at(1), 'handled', 5);
    expect(now()).toBe(true);

    observer.finished?.(at(2), 'given-back', 5);
    expect(now()).toBe(false);
  });
});
