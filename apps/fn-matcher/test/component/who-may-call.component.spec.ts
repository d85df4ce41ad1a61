import type { Role, RouteKey } from '@foundnow/auth';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '@foundnow/service/testing';
import { policies } from '../../src/policies.ts';
import { type ClaimPlay, claimPlay, PROOF, type Refused, RIGHT } from '../claim-play.ts';
import { CLAIM_ROUTES, MATCH_ROUTES, OTHER_ROUTES, pathOf, SAID_INSIDE } from '../match-routes.ts';
import { aPair } from '../pair.builder.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';
import { type TableRow, visibilityTable } from '../visibility-table.ts';

const ORG = '0199aaaa-bbbb-7ccc-8ddd-000000000001';
const OTHER_ORG = '0199aaaa-bbbb-7ccc-8ddd-000000000002';
const LOSER = '0199aaaa-bbbb-7ccc-8ddd-00000000000a';
const FINDER = '0199aaaa-bbbb-7ccc-8ddd-00000000000b';

type Somebody = readonly [role: Role, orgId: string | null, userId?: string];
const CALLERS: Readonly<Record<string, readonly Somebody[]>> = {
  loser: [['user', null, LOSER]],
  finder: [['user', ORG, FINDER]],
  'finder without it': [['user', null, FINDER]],
  desk: [
    ['staff', ORG],
    ['org_admin', ORG],
  ],
  colleague: [['user', ORG]],
  admin: [['admin', null]],
  'other desk': [
    ['staff', OTHER_ORG],
    ['admin', OTHER_ORG],
  ],
  person: [['user', null]],
  nobody: [],
};

const MATCHES = await visibilityTable('Who may call what on a match');
const CLAIMS = await visibilityTable('Who may call what on a claim');
const casesOf = (table: readonly TableRow[], routes: typeof MATCH_ROUTES) =>
  table.flatMap(({ what = '', 'found post': visibility, tier, answers, ...row }) =>
    Object.entries(routes[what] ?? {}).map(([route, body]) => ({ what, route, body, visibility, tier, answers, row })),
  );

let matcher: MatcherUnderTest;
let play: ClaimPlay;
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
});
afterAll(() => matcher.stop());

async function matchOf({ what, visibility, tier, proof = PROOF }: Record<string, unknown>): Promise<string> {
  const found = { authorId: FINDER, orgId: ORG, intake: 'desk', visibility, proof } as object;
  // Who said yes to a doubtful match is shown it.
  const lostDecision = what === 'read it' || what === 'answer it' ? 'pending' : 'confirmed';
  const { matchId } = await aPair(matcher, { lost: { authorId: LOSER }, found, tier: tier as 'show', lostDecision });
  return matchId;
}

async function claimOf({ what, answers }: { what: string; answers: string | undefined }): Promise<string> {
  const proof = answers === 'under_review' ? [] : PROOF;
  const matchId = await matchOf({ what: 'claim', visibility: 'public', tier: 'show', proof });
  const as = await play.tokenOf(LOSER);
  const { body } = await play.claim(matchId, as, answers === 'proven' ? RIGHT : ['no', 'none']);
  if (what === 'hand over') await play.decide(body.id, 'verify', await play.deskOf(ORG));
  return body.id;
}

async function answersTo(
  route: string,
  body: object | undefined,
  wanted: string,
  who: string,
  target: () => Promise<string>,
) {
  const somebodies = CALLERS[who];
  if (somebodies === undefined) throw new Error(`Who is "${who}" of docs/visibility.md?`);
  const tokens = somebodies.map(([role, orgId, userId = crypto.randomUUID()]) =>
    matcher.tokenFor(role, { orgId, userId }),
  );
  const answers = (tokens.length === 0 ? [undefined] : await Promise.all(tokens)).map(async (as) => {
    const [method] = route.split(' ') as ['GET'];
    const answer = await call<Refused | undefined>(matcher, `${method} ${pathOf(route, await target())}`, {
      ...(as !== undefined && { as }),
      ...(body !== undefined && { body }),
      // One who is refused names a version that there is not: she must not be told so.
      headers: { 'if-match': wanted === 'yes' ? '*' : '"99"' },
    });
    const code = answer.body?.code ?? '';
    return answer.status < 300 || SAID_INSIDE.has(code) ? 'yes' : `${answer.status} ${code}`;
  });
  const told = [...new Set(await Promise.all(answers))].join(' or ');
  return told.replaceAll(/^(401|403|404) (?:token|match|claim)\.\w+$/g, '$1');
}

async function rowTold(one: ReturnType<typeof casesOf>[number], make: () => Promise<string>) {
  const held = await make();
  const answers: Array<readonly [string, string]> = [];
  for (const [who, wanted] of Object.entries(one.row)) {
    const target = wanted === 'yes' ? make : async () => held;
    answers.push([who, await answersTo(one.route, one.body, wanted, who, target)]);
  }
  return Object.fromEntries(answers);
}

describe('a route of one match', () => {
  it.each(casesOf(MATCHES, MATCH_ROUTES))(
    '$route, of a $visibility found post, tier $tier',
    async (one) => {
      expect(await rowTold(one, () => matchOf(one))).toEqual(one.row);
    },
    60_000,
  );
});

describe('a route of one claim', () => {
  it.each(casesOf(CLAIMS, CLAIM_ROUTES))(
    '$route, answers $answers',
    async (one) => {
      // One is open per person and item, so each is of an item of its own.
      expect(await rowTold(one, () => claimOf(one))).toEqual(one.row);
    },
    60_000,
  );
});

describe('every route of the service', () => {
  it('is one of these, or shows each what is theirs', () => {
    const known = [...Object.values(MATCH_ROUTES), ...Object.values(CLAIM_ROUTES)].flatMap((routes) =>
      Object.keys(routes),
    );
    const byName = (a: string, b: string) => a.localeCompare(b);
    const all = policies.entries().map(([route]): RouteKey => route);
    expect([...known, ...OTHER_ROUTES].sort(byName)).toEqual(all.sort(byName));
  });
});
