import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { ROLES, type Role, type RoutePolicies, type RoutePolicy } from '../src/index.ts';

export interface PolicyHarness {
  /** Where the routes of the table begin: `http://127.0.0.1:4001/api/v1`. */
  readonly url: string;
  /** The organization whose data the service under test holds. Default: none of what it holds belongs to one. */
  readonly orgId?: string;
  tokenFor(role: Role, as: { readonly orgId: string | null }): Promise<string>;
  stop(): Promise<void>;
}

type Organization = 'the same organization' | 'another organization' | 'no organization';
type Verdict = 'let in' | 'turned away with 401' | 'turned away with 403';

interface Caller {
  readonly role: Role | 'nobody';
  readonly of: Organization;
}

const SOME_ID = '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';
const SOME_ORG = '0199aaaa-bbbb-7ccc-8ddd-00000000000a';
const OTHER_ORG = '0199aaaa-bbbb-7ccc-8ddd-00000000000b';
const CALLERS: readonly Caller[] = (['nobody', ...ROLES] as const).flatMap((role) =>
  organizationsOf(role).map((of) => ({ role, of })),
);

/**
 * Every route × every role and nobody, × organization for those who act for one: the table in the code is what the
 * running service does. Roles decide who is let in; which rows they then reach is for the service's own specs, but
 * whoever they are, they never make it fail.
 */
export function describeRoutePolicies(policies: RoutePolicies, start: () => Promise<PolicyHarness>): void {
  const cases = policies
    .entries()
    .flatMap(([route, policy]) => CALLERS.map((one) => ({ route, ...one, verdict: verdictOf(policy, one.role) })));
  describe('route policies', () => {
    let harness: PolicyHarness;
    beforeAll(async () => void (harness = await start()));
    afterAll(() => harness.stop());

    it.each(cases)('$route: $role of $of is $verdict', async ({ route, role, of, verdict }) => {
      expect(await call(harness, route, { role, of })).toBe(verdict);
    });
  });
}

/** Staff and their administrators act for an organization: what a token of theirs without one may do, services decide. */
function organizationsOf(role: Caller['role']): readonly Organization[] {
  const actsForOne = role === 'staff' || role === 'org_admin';
  return actsForOne ? ['the same organization', 'another organization'] : ['no organization'];
}

function verdictOf(policy: RoutePolicy, role: Caller['role']): Verdict {
  if (policy === 'public') return 'let in';
  if (role === 'nobody') return 'turned away with 401';
  // The harness's tokens carry no scopes.
  const short = !policy.roles.includes(role) || (policy.scopes ?? []).length > 0;
  return short ? 'turned away with 403' : 'let in';
}

async function call(harness: PolicyHarness, route: string, caller: Caller): Promise<string> {
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const token = await tokenOf(harness, caller);
  const controller = new AbortController();
  const path = pattern === '/' ? '' : pattern.replaceAll(/:[^/]+/g, SOME_ID);
  const answer = await fetch(harness.url + path, {
    method,
    redirect: 'manual',
    signal: controller.signal,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  // Event streams never end by themselves; the status is all that counts.
  controller.abort();
  if (answer.status >= 500) return `failed with ${answer.status}`;
  if (answer.status === 401 || answer.status === 403) return `turned away with ${answer.status}`;
  return 'let in';
}

async function tokenOf(harness: PolicyHarness, { role, of }: Caller): Promise<string | undefined> {
  if (role === 'nobody') return undefined;
  const own = of === 'the same organization' ? (harness.orgId ?? SOME_ORG) : OTHER_ORG;
  const orgId = of === 'no organization' ? null : own;
  const token = await harness.tokenFor(role, { orgId });
  if ((decodeJwt(token)['org'] ?? null) !== orgId)
    throw new Error('tokenFor must act for the organization it is given.');
  return token;
}
