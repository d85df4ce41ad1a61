import { describeConsumingOnce } from '@foundnow/service/testing';
import { fnMediaAi } from '../../src/service.ts';

describeConsumingOnce(fnMediaAi, {
  event: 'post.created',
  env: { SEALING_JWKS_URL: 'file:///nowhere' },
  freshKey: (post, postId) => ({ ...post, postId }),
  newer: (post) => ({ ...post, aggregateVersion: post.aggregateVersion + 1 }),
  async taken({ api, tokenFor }) {
    const answer = await fetch(`${api}/stats`, { headers: { authorization: `Bearer ${await tokenFor('admin')}` } });
    return ((await answer.json()) as { received: number }).received;
  },
});
