import { expect, it } from '@jest/globals';
import { topicPlans, topicPlansOf } from './topic-plans.ts';

it('topicPlans gives each topic of the catalog its readers and a place for its dead letters', () => {
  const plans = new Map(topicPlans().map((plan) => [plan.name, plan]));
  expect(plans.size).toBe(10);
  expect(plans.get('posts.events')).toEqual({
    name: 'posts.events',
    partitions: 12,
    retentionMs: 30 * 86_400_000,
    groups: ['fn-matcher', 'fn-media-ai', 'fn-notifications'],
  });
  expect(plans.get('posts.events.dlq')).toMatchObject({ partitions: 1, retentionMs: 30 * 86_400_000, groups: [] });
  expect(plans.get('users.events')?.groups).toContain('fn-posts');
  expect(plans.get('notifications.events')?.groups).toEqual([]);
});

it('topicPlansOf a service names what it owns, what it consumes and what it puts aside, and nothing else', () => {
  expect(topicPlansOf('fn-media-ai').map(({ name }) => name)).toEqual([
    'posts.events',
    'posts.events.dlq',
    'media-ai.events',
    'users.events',
    'users.events.dlq',
  ]);
});
