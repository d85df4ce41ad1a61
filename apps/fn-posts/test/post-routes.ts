import type { RouteKey } from '@foundnow/auth';

/** What somebody sends to a route of one post, and what has to be so before. */
export interface PostRoute {
  readonly body?: (postId: string) => object;
  /** The post must be closed for it. */
  readonly closed?: true;
}

const NONE = '0198c0de-0000-7000-8000-0000000000aa';

/** Every route of one post, by what it does in docs/visibility.md. */
export const POST_ROUTES: Readonly<Record<string, Readonly<Record<RouteKey, PostRoute>>>> = {
  'read it': { 'GET /posts/:id': {}, 'GET /posts/:id/photos': {} },
  'its history': { 'GET /posts/:id/history': {} },
  'change it': {
    'PATCH /posts/:id': { body: () => ({ title: 'Changed' }) },
    'POST /posts/:id/resolve': { body: () => ({ resolution: 'withdrawn' }) },
    'POST /posts/:id/expire': {},
    'POST /posts/:id/reactivate': { closed: true },
    'POST /posts/:id/suggestion/accept': { body: () => ({ analysisId: NONE }) },
    'POST /posts/:id/suggestion/undo': {},
    'POST /posts/:id/photos': { body: () => ({ uploadId: NONE }) },
    'PUT /posts/:id/photos/order': { body: () => ({ photoIds: [] }) },
    'PATCH /posts/:id/photos/:photoId': { body: () => ({ caption: null }) },
    'DELETE /posts/:id/photos/:photoId': {},
  },
  'delete it': { 'DELETE /posts/:id': {} },
  'ask for it': { 'POST /contact-exchanges': { body: (postId) => ({ postId }) } },
};

/** Of two people with each other. */
export const EXCHANGE_ROUTES: Readonly<Record<string, Readonly<Record<RouteKey, object | undefined>>>> = {
  'read it': { 'GET /contact-exchanges/:id': undefined },
  'answer it': {
    'POST /contact-exchanges/:id/approve': { contact: { email: 'owner@example.org' } },
    'POST /contact-exchanges/:id/deny': { reason: 'suspicious' },
  },
  withdraw: { 'POST /contact-exchanges/:id/cancel': undefined },
  'be shown': { 'POST /contact-exchanges/:id/reveal': {} },
};

/** Of nobody else than the caller: lists show what she may see, and the rest is hers. */
export const OWN_ROUTES: readonly RouteKey[] = [
  'POST /posts',
  'POST /posts/bulk',
  'POST /posts/import',
  'GET /posts/export',
  'GET /posts',
  'GET /posts/nearby',
  'GET /users/me/posts',
  'POST /photos',
  'POST /photos/direct',
  'POST /photos/:id/complete',
  'DELETE /photos/:id',
  'GET /contact-exchanges',
  'GET /privacy/consents',
  'GET /privacy/export',
  'DELETE /privacy/me',
];

/** That there was nothing to take, add or remove is said only to those who were let in. */
export const SAID_INSIDE: ReadonlySet<string> = new Set([
  'post.no_suggestion',
  'photo.not_found',
  'photo.upload_gone',
  // Not answered yet: there is nothing to be shown.
  'contact.state',
]);

/** The path of a route, with these ids in it. */
export function pathOf(route: string, id: string): `/${string}` {
  const [, pattern = ''] = route.split(' ');
  return pattern.replace(':id', id).replace(':photoId', NONE) as `/${string}`;
}
