import { defineRoutePolicies, type Role } from '@foundnow/auth';

/** Everybody who is somebody; whose post it is, the rows decide. */
const PEOPLE: readonly Role[] = ['user', 'staff', 'org_admin', 'admin'];
/** The desk of an organization, and for posts of none those who look after the platform. */
const DESK: readonly Role[] = ['staff', 'org_admin', 'admin'];

/** Who may call what. What a service counts over all organizations is for those who run the platform. */
export const policies = defineRoutePolicies({
  'GET /stats': { roles: ['admin', 'service'] },
  'GET /analyses/:postId': { roles: PEOPLE },
  'POST /analyses/:postId/rerun': { roles: DESK },
  'GET /photos/:photoId/analysis': { roles: PEOPLE },
  'POST /analyze': { roles: PEOPLE },
  'GET /review-queue': { roles: DESK },
  'POST /review-queue/:analysisId/decision': { roles: DESK },
  'GET /providers': { roles: DESK },
});
