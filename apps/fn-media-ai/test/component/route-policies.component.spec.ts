import { describeRoutePolicies } from '@foundnow/auth/testing';
import { policies } from '../../src/policies.ts';
import { startMediaAi } from '../start-media-ai.ts';

describeRoutePolicies(policies, async () => {
  const running = await startMediaAi();
  return { url: running.api, tokenFor: (role, as) => running.tokenFor(role, as), stop: () => running.stop() };
});
