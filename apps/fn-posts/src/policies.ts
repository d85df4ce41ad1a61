import { defineRoutePolicies, type Role } from '@foundnow/auth';

/** Everybody who is somebody; whose post it is, the post itself decides. */
const PEOPLE: readonly Role[] = ['user', 'staff', 'org_admin', 'admin'];

/** Who may call what. */
export const policies = defineRoutePolicies({
  'POST /posts': { roles: PEOPLE },
  'GET /posts/:id': 'public',
  'POST /posts/:id/resolve': { roles: PEOPLE },
});
