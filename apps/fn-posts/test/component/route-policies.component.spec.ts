import { describeRoutePolicies } from '@foundnow/auth/testing';
import { policies } from '../../src/policies.ts';
import { startPosts } from '../start-posts.ts';

describeRoutePolicies(policies, async () => {
  const posts = await startPosts();
  return { url: posts.api, tokenFor: (role, as) => posts.tokenFor(role, as), stop: () => posts.stop() };
});
