import { defineRoutePolicies, type Role } from '@foundnow/auth';

/** Everybody who is somebody; who has a part in a match or claim, the use case decides. */
const PEOPLE: readonly Role[] = ['user', 'staff', 'org_admin', 'admin'];

/** Those who work for an organization, which their token names. */
export const DESK: readonly Role[] = ['staff', 'org_admin'];

/** Who may call what. What a service counts over all organizations is for those who run the platform. */
export const policies = defineRoutePolicies({
  'GET /matches': { roles: PEOPLE },
  'GET /matches/:id': { roles: PEOPLE },
  'GET /matches/:id/explain': { roles: PEOPLE },
  'GET /matches/:id/questions': { roles: PEOPLE },
  'POST /matches/:id/confirm': { roles: PEOPLE },
  'POST /matches/:id/reject': { roles: PEOPLE },
  'POST /matches/:id/claims': { roles: PEOPLE },
  'GET /claims': { roles: PEOPLE },
  'GET /claims/:id': { roles: PEOPLE },
  'POST /claims/:id/verify': { roles: PEOPLE },
  'POST /claims/:id/deny': { roles: PEOPLE },
  'POST /claims/:id/handover': { roles: PEOPLE },
  'GET /stats': { roles: ['admin', 'service'] },
});
