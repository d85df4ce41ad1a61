import { expect, it } from '@jest/globals';
import { unmet } from './reach.ts';
import { routesOf } from './routes.ts';

const ID = { in: 'path', name: 'id', required: true };
const IF_MATCH = { in: 'header', name: 'If-Match', required: true };
const NAMES = { read: 'GET /posts/{id}', edit: 'PATCH /posts/{id}' };
const ROUTES = routesOf({
  paths: {
    '/posts/{id}': {
      get: { security: [{}, { bearer: [] }], parameters: [ID] },
      patch: { description: 'Edits. Roles: user, staff.', security: [{ bearer: [] }], parameters: [ID, IF_MATCH] },
    },
  },
});
const STRANGER = { name: 'a stranger' };
const STAFF = { name: 'staff', role: 'staff' };
const ADMIN = { name: 'an admin', role: 'admin' };

const ALL = [
  { caller: STRANGER, met: { [NAMES.read]: { 200: 1 }, [NAMES.edit]: { 401: 9 } } },
  {
    caller: STAFF,
    met: { [NAMES.read]: { 200: 1, 404: 1 }, [NAMES.edit]: { 200: 1, 404: 1, 409: 1, 412: 1, 428: 1 } },
  },
  { caller: ADMIN, met: { [NAMES.read]: { 200: 1 }, [NAMES.edit]: { 403: 9 } } },
];

it('is content when everybody was let in or kept out as documented', () => {
  expect(unmet(ROUTES, ALL, [])).toEqual([]);
});

it('tells of a route that a caller who may enter it never entered', () => {
  const all = ALL.map(({ caller, met }) => ({
    caller,
    met: caller === STAFF ? { ...met, [NAMES.edit]: { 400: 99 } } : met,
  }));
  expect(unmet(ROUTES, all, [])).toEqual([
    `${NAMES.edit}: 2xx was never met by staff`,
    ...['404', '409', '412', '428'].map((status) => `${NAMES.edit}: ${status} was never met by anybody`),
  ]);
});

it('tells of a route that was not asked at all', () => {
  expect(unmet(ROUTES, [{ caller: ADMIN, met: {} }], [])).toContain(`${NAMES.edit}: 403 was never met by an admin`);
});

it('does not ask for what is listed as out of reach', () => {
  const all = ALL.map(({ caller, met }) => ({ caller, met: { ...met, [NAMES.read]: { 200: 1 } } }));
  const listed = [{ route: NAMES.read, status: '404', reason: 'there is always one' }] as const;
  expect([unmet(ROUTES, all, []).length, unmet(ROUTES, all, listed)]).toEqual([1, []]);
});

it('asks for nothing behind a route that none of the callers may enter', () => {
  expect(
    unmet(ROUTES, [{ caller: ADMIN, met: { [NAMES.read]: { 200: 1, 404: 1 }, [NAMES.edit]: { 403: 1 } } }], []),
  ).toEqual([]);
});
