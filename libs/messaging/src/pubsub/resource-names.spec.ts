import { describe, expect, it } from '@jest/globals';
import { isDeadLetterTopic, standingSubscriptionOf, subscriptionOf } from './resource-names.ts';

describe('the names of subscriptions', () => {
  it('say topic and group, and the generation of a replay', () => {
    expect(subscriptionOf('posts.events', 'fn-matcher')).toBe('posts.events~fn-matcher');
    expect(subscriptionOf('posts.events', 'fn-matcher', 5)).toBe('posts.events~fn-matcher~5');
    expect(standingSubscriptionOf('posts.events.dlq')).toBe('posts.events.dlq~~standing');
  });

  it('are another for another topic and group', () => {
    expect(subscriptionOf('a.b', 'c')).not.toBe(subscriptionOf('a', 'b.c'));
  });

  it.each(['', 'a~b', '1st', 'goog-topic', 'with space'])('refuse a topic named %j', (topic) => {
    expect(() => subscriptionOf(topic, 'fn-matcher')).toThrow('Pub/Sub takes no topic named');
  });

  it('refuse what is too long', () => {
    expect(() => subscriptionOf('t'.repeat(200), 'g'.repeat(100))).toThrow('up to 255 characters');
  });

  it('know dead letters', () => {
    expect(['posts.events', 'posts.events.dlq'].map(isDeadLetterTopic)).toEqual([false, true]);
  });
});
