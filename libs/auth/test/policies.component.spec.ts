import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineRoutePolicies, userIdFor } from '../src/index.ts';
import { guardedPolicies, startGuardedApp } from './guarded-app.ts';
import { describeRoutePolicies } from './route-policies.conformance.ts';
import { testAuthority, type TestAuthority } from './test-authority.ts';

const ORG = '0199aaaa-0000-7000-8000-000000000000';

async function start() {
  const authority = await testAuthority();
  const { issuer, audience, jwks } = authority;
  const tickets = new Map([['t-1', 'user' as const]]);
  const redeem = async (ticket: string) => {
    const role = tickets.get(ticket);
    tickets.delete(ticket);
    return (
      role && {
        userId: userIdFor('t'),
        orgId: null,
        roles: [role],
        scopes: [],
        type: role,
        sessionId: 's',
        tokenId: 't',
      }
    );
  };
  const guarded = await startGuardedApp({ jwks: { inline: jwks }, issuer, audience, tickets: { redeem } });
  return { ...guarded, authority, stop: () => guarded.app.close(), tokenFor: authority.tokenFor };
}

describeRoutePolicies(guardedPolicies, start);

describe('the route guard', () => {
  let guarded: Awaited<ReturnType<typeof start>>;
  let authority: TestAuthority;
  beforeAll(async () => {
    guarded = await start();
    ({ authority } = guarded);
  });
  afterAll(() => guarded.stop());
  const call = async (path: string, token?: string) => {
    const answer = await fetch(`${guarded.url}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    return { status: answer.status, body: answer.status === 204 ? {} : await answer.json() };
  };

  it('hands the actor of the token to the handler', async () => {
    const token = await authority.tokenFor('staff', { orgId: ORG });
    expect(await call('/things', token)).toEqual({ status: 200, body: { userId: userIdFor('staff'), orgId: ORG } });
    expect(await call('/things')).toEqual({ status: 200, body: { userId: null, orgId: null } });
  });

  it('asks for the scopes of the policy beside the role', async () => {
    expect(await call('/reports', await authority.tokenFor('staff'))).toMatchObject({ body: { code: 'access.scope' } });
    const scoped = await authority.tokenFor('staff', { scopes: ['posts:read', 'reports:read'] });
    expect((await call('/reports', scoped)).status).toBe(204);
  });

  it('lets a ticket in once, and only where the policy says so', async () => {
    expect((await call('/reports?ticket=t-1')).body).toMatchObject({ code: 'token.missing' });
    expect((await call('/stream?ticket=t-1')).status).toBe(200);
    expect(await call('/stream?ticket=t-1')).toMatchObject({ status: 401, body: { code: 'ticket.invalid' } });
  });

  it('leaves unknown addresses unknown', async () => {
    expect(await call('/nothing')).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
  });

  it('does not start when a route has no policy or a policy no route, and names both', async () => {
    const policies = defineRoutePolicies({ 'GET /things': 'public', 'POST /nowhere': 'public' });
    const { issuer, audience, jwks } = authority;
    const starting = startGuardedApp({ jwks: { inline: jwks }, issuer, audience, policies });
    await expect(starting).rejects.toThrow(/DELETE \/things\/:id has no policy;.*POST \/nowhere is no route/);
  });
});
