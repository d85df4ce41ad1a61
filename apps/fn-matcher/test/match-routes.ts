import type { RouteKey } from '@foundnow/auth';

/** Every route of one match, by what it does in docs/visibility.md, with what is sent. */
export const MATCH_ROUTES: Readonly<Record<string, Readonly<Record<RouteKey, object | undefined>>>> = {
  'read it': { 'GET /matches/:id': undefined, 'GET /matches/:id/explain': undefined },
  'answer it': { 'POST /matches/:id/confirm': {}, 'POST /matches/:id/reject': { reason: 'wrong_item' } },
  'see questions': { 'GET /matches/:id/questions': undefined },
  'claim it': { 'POST /matches/:id/claims': { answers: [] } },
};

export const CLAIM_ROUTES: Readonly<Record<string, Readonly<Record<RouteKey, object | undefined>>>> = {
  'read it': { 'GET /claims/:id': undefined },
  decide: { 'POST /claims/:id/verify': {}, 'POST /claims/:id/deny': { reason: 'other' } },
  'hand over': { 'POST /claims/:id/handover': { code: 'AAAAAA' } },
};

/** Lists show each what is theirs, and counts are nobody's. */
export const OTHER_ROUTES: readonly RouteKey[] = ['GET /matches', 'GET /claims', 'GET /stats'];

/** Said only to those who were let in. */
export const SAID_INSIDE: ReadonlySet<string> = new Set(['claim.wrong_code', 'claim.state', 'claim.none']);

/** The path of a route, with this id in it. */
export function pathOf(route: string, id: string): `/${string}` {
  const [, pattern = ''] = route.split(' ');
  return pattern.replace(':id', id) as `/${string}`;
}
