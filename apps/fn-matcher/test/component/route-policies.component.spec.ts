import { describeRoutePolicies } from '@foundnow/auth/testing';
import { startMatcher } from '../start-matcher.ts';
import { policies } from '../../src/policies.ts';

describeRoutePolicies(policies, async () => {
  const running = await startMatcher();
  return { url: running.api, tokenFor: (role, as) => running.tokenFor(role, as), stop: () => running.stop() };
});
