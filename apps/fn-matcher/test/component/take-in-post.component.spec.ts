import { describeConsumingOnce } from '@foundnow/service/testing';
import { fnMatcher } from '../../src/service.ts';
import { matcherEnv } from '../start-matcher.ts';

const { env } = await matcherEnv();

describeConsumingOnce(fnMatcher, {
  event: 'post.created',
  env,
  freshKey: (post, postId) => ({ ...post, postId }),
  newer: (post) => ({ ...post, aggregateVersion: post.aggregateVersion + 1 }),
  async taken({ api, tokenFor }) {
    const answer = await fetch(`${api}/stats`, { headers: { authorization: `Bearer ${await tokenFor('admin')}` } });
    return ((await answer.json()) as { received: number }).received;
  },
});
