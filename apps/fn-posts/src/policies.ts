import { defineRoutePolicies } from '@foundnow/auth';

/** Who may call what. A person is `user`; `staff` and above act for an organization. */
export const policies = defineRoutePolicies({
  'POST /posts': { roles: ['user', 'staff', 'org_admin', 'admin'] },
  'GET /posts/:id': 'public',
});
