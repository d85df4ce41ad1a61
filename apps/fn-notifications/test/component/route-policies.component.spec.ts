import { describeRoutePolicies } from '@foundnow/auth/testing';
import { startForTest } from '@foundnow/service/testing';
import { policies } from '../../src/policies.ts';
import { fnNotifications } from '../../src/service.ts';

describeRoutePolicies(policies, async () => {
  const running = await startForTest(fnNotifications);
  return { url: running.api, tokenFor: (role, as) => running.tokenFor(role, as), stop: () => running.stop() };
});
