import { defineRoutePolicies } from '@foundnow/auth';

/** Who may call what. */
export const policies = defineRoutePolicies({
  'GET /stats': 'public',
});
