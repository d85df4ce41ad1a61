import { defineRoutePolicies, type Role } from '@foundnow/auth';

/** Everybody who is somebody; whose post it is, the post itself decides. */
const PEOPLE: readonly Role[] = ['user', 'staff', 'org_admin', 'admin'];

/** Those who work for an organization, which their token names. */
export const DESK: readonly Role[] = ['staff', 'org_admin'];

/** Who may call what. */
export const policies = defineRoutePolicies({
  'POST /posts': { roles: PEOPLE },
  'POST /posts/bulk': { roles: DESK },
  'POST /posts/import': { roles: DESK },
  'GET /posts/export': { roles: DESK },
  'GET /posts': 'public',
  'GET /posts/nearby': 'public',
  'GET /posts/:id': 'public',
  'PATCH /posts/:id': { roles: PEOPLE },
  'DELETE /posts/:id': { roles: PEOPLE },
  'POST /posts/:id/resolve': { roles: PEOPLE },
  'POST /posts/:id/expire': { roles: PEOPLE },
  'POST /posts/:id/reactivate': { roles: PEOPLE },
  'POST /posts/:id/suggestion/accept': { roles: PEOPLE },
  'POST /posts/:id/suggestion/undo': { roles: PEOPLE },
  'GET /posts/:id/history': { roles: PEOPLE },
  'GET /posts/:id/photos': 'public',
  'POST /posts/:id/photos': { roles: PEOPLE },
  'PUT /posts/:id/photos/order': { roles: PEOPLE },
  'PATCH /posts/:id/photos/:photoId': { roles: PEOPLE },
  'DELETE /posts/:id/photos/:photoId': { roles: PEOPLE },
  'POST /photos': { roles: PEOPLE },
  'POST /photos/direct': { roles: PEOPLE },
  'POST /photos/:id/complete': { roles: PEOPLE },
  'DELETE /photos/:id': { roles: PEOPLE },
  'POST /contact-exchanges': { roles: PEOPLE },
  'GET /contact-exchanges': { roles: PEOPLE },
  'GET /contact-exchanges/:id': { roles: PEOPLE },
  'POST /contact-exchanges/:id/approve': { roles: PEOPLE },
  'POST /contact-exchanges/:id/deny': { roles: PEOPLE },
  'POST /contact-exchanges/:id/cancel': { roles: PEOPLE },
  'POST /contact-exchanges/:id/reveal': { roles: PEOPLE },
  'GET /privacy/export': { roles: PEOPLE },
  'GET /privacy/consents': { roles: PEOPLE },
  'DELETE /privacy/me': { roles: PEOPLE },
  'GET /users/me/posts': { roles: PEOPLE },
});
