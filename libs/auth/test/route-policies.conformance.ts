import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role, type RoutePolicies, type RoutePolicy } from '../src/index.ts';

export interface PolicyHarness {
  /** Where the routes of the table begin: `http://127.0.0.1:4001/api/v1`. */
  readonly url: string;
  tokenFor(role: Role): Promise<string>;
  stop(): Promise<void>;
}

type Caller = Role | 'nobody';
type Verdict = 'let in' | 'turned away with 401' | 'turned away with 403';

const SOME_ID = '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';

/** Every route × every role, and nobody: the table in the code is what the running service does. */
export function describeRoutePolicies(policies: RoutePolicies, start: () => Promise<PolicyHarness>): void {
  const cases = policies
    .entries()
    .flatMap(([route, policy]) =>
      (['nobody', ...ROLES] as const).map((caller) => ({ route, caller, verdict: verdictOf(policy, caller) })),
    );
  describe('route policies', () => {
    let harness: PolicyHarness;
    beforeAll(async () => void (harness = await start()));
    afterAll(() => harness.stop());

    it.each(cases)('$route: $caller is $verdict', async ({ route, caller, verdict }) => {
      expect(await call(harness, route, caller)).toBe(verdict);
    });
  });
}

function verdictOf(policy: RoutePolicy, caller: Caller): Verdict {
  if (policy === 'public') return 'let in';
  if (caller === 'nobody') return 'turned away with 401';
  // The harness's tokens carry no scopes.
  const short = !policy.roles.includes(caller) || (policy.scopes ?? []).length > 0;
  return short ? 'turned away with 403' : 'let in';
}

async function call(harness: PolicyHarness, route: string, caller: Caller): Promise<Verdict> {
  const [method = 'GET', pattern = '/'] = route.split(' ');
  const token = caller === 'nobody' ? undefined : await harness.tokenFor(caller);
  const controller = new AbortController();
  const answer = await fetch(harness.url + pattern.replaceAll(/:[^/]+/g, SOME_ID), {
    method,
    redirect: 'manual',
    signal: controller.signal,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  // Event streams never end by themselves; the status is all that counts.
  controller.abort();
  if (answer.status === 401 || answer.status === 403) return `turned away with ${answer.status}`;
  return 'let in';
}
