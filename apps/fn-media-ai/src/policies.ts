import { defineRoutePolicies } from '@foundnow/auth';

/** Who may call what. What a service counts over all organizations is for those who run the platform. */
export const policies = defineRoutePolicies({
  'GET /stats': { roles: ['admin', 'service'] },
});
