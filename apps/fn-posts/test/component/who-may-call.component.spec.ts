import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role, RouteKey } from '@foundnow/auth';
import { call } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { policies } from '../../src/policies.ts';
import { EXCHANGE_ROUTES, OWN_ROUTES, pathOf, POST_ROUTES, type PostRoute, SAID_INSIDE } from '../post-routes.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';
import { type TableRow, visibilityTable } from '../visibility-table.ts';

const ORG = sequenceId(1);
const OTHER_ORG = sequenceId(2);
const AUTHOR = sequenceId(3);

type Somebody = readonly [role: Role, orgId: string | null, userId?: string];

/** Who stands in a column; every one of them is tried. Who is nobody in particular is somebody new each time. */
const CALLERS: Readonly<Record<string, readonly Somebody[]>> = {
  author: [['user', ORG, AUTHOR]],
  'author without it': [['user', null, AUTHOR]],
  colleague: [
    ['user', ORG],
    ['admin', ORG],
  ],
  desk: [
    ['staff', ORG],
    ['org_admin', ORG],
  ],
  admin: [['admin', null]],
  'other desk': [
    ['staff', OTHER_ORG],
    ['org_admin', OTHER_ORG],
    ['user', OTHER_ORG],
    ['admin', OTHER_ORG],
  ],
  person: [['user', null]],
  nobody: [],
  'the author of the post': [['user', ORG, AUTHOR]],
};

const TABLE = await visibilityTable('Who may call what on a post', 'what');
const EXCHANGES = await visibilityTable('A contact exchange', 'what');
const rowOf = (what: string, visibility: string) => {
  const row = TABLE.find((each) => each['what'] === what && each['post'] === visibility);
  if (row === undefined) throw new Error(`docs/visibility.md does not say who may ${what} when it is ${visibility}`);
  return row;
};
const answersOf = ({ what: _, post: __, ...answers }: TableRow) => answers;

/** What the table says of a post of no organization. */
function withoutOrganization(what: string, visibility: string): TableRow {
  const row = rowOf(what, visibility === 'organization' ? 'private' : visibility);
  const { author = '', person = '', 'other desk': desk = '' } = row;
  return { ...answersOf(row), 'author without it': author, colleague: person, desk };
}

const cases = Object.entries(POST_ROUTES).flatMap(([what, routes]) =>
  Object.entries(routes).flatMap(([route, sent]) =>
    ['public', 'organization', 'private'].flatMap((visibility) => [
      { route, sent, visibility, orgId: ORG, whose: 'an organization', row: answersOf(rowOf(what, visibility)) },
      { route, sent, visibility, orgId: null, whose: 'nobody', row: withoutOrganization(what, visibility) },
    ]),
  ),
);

let posts: PostsUnderTest;
/** Posts that nobody may do anything to; whoever may gets one of her own. */
const held = new Map<string, string>();
beforeAll(async () => {
  posts = await startPosts();
  for (const orgId of [ORG, null]) {
    for (const visibility of ['public', 'organization', 'private']) {
      held.set(`${visibility} ${orgId}`, await report(visibility, orgId));
    }
  }
});
afterAll(() => posts.stop());

const authorToken = (orgId: string | null) => posts.tokenFor('user', { userId: AUTHOR, orgId });

async function report(visibility: string, orgId: string | null): Promise<string> {
  const as = await authorToken(orgId);
  const { body } = await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ visibility }) });
  return body.id;
}

async function tokensOf(who: string): Promise<ReadonlyArray<string | undefined>> {
  const somebodies = CALLERS[who];
  if (somebodies === undefined) throw new Error(`Who is "${who}" of docs/visibility.md?`);
  if (somebodies.length === 0) return [undefined];
  return Promise.all(
    somebodies.map(([role, orgId, userId = crypto.randomUUID()]) => posts.tokenFor(role, { orgId, userId })),
  );
}

interface Sent {
  readonly route: string;
  readonly id: string;
  readonly body?: object | undefined;
}

type Attempt = Sent & { readonly as: string | undefined; readonly ifMatch: string };

async function answerTo({ route, id, as, ifMatch, body }: Attempt): Promise<string> {
  const [method] = route.split(' ') as ['GET'];
  const answer = await call<{ readonly code?: string } | undefined>(posts, `${method} ${pathOf(route, id)}`, {
    ...(as !== undefined && { as }),
    ...(body !== undefined && { body }),
    headers: { 'if-match': ifMatch },
  });
  const code = answer.body?.code ?? '';
  return answer.status < 300 || SAID_INSIDE.has(code) ? 'yes' : `${answer.status} ${code}`;
}

/** One who is refused names a version that there is not: she must not be told so. */
async function told(tokens: ReadonlyArray<string | undefined>, wanted: string, attempt: () => Promise<Sent>) {
  const ifMatch = wanted === 'yes' ? '*' : '"99"';
  const answers = await Promise.all(tokens.map(async (as) => answerTo({ ...(await attempt()), ifMatch, as })));
  return [...new Set(answers)].join(' or ').replaceAll(/^(401|403|404|409) (?:token|post|contact)\.\w+$/g, '$1');
}

describe('a route of one post', () => {
  it.each(cases)('$route, a $visibility post of $whose', async ({ route, sent, visibility, orgId, row }) => {
    const target = async (wanted: string) =>
      wanted === 'yes' ? fresh(sent, visibility, orgId) : (held.get(`${visibility} ${orgId}`) ?? '');
    const answers = Object.entries(row).map(async ([who, wanted]) => {
      const attempt = async () => {
        const id = await target(wanted);
        return { route, id, body: sent.body?.(id) };
      };
      return [who, await told(await tokensOf(who), wanted, attempt)] as const;
    });
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(row);
  });

  it('changes nothing for those whom it refuses', async () => {
    for (const [name, id] of held) {
      const as = await authorToken(name.endsWith('null') ? null : ORG);
      expect((await call<WrittenPostResponse>(posts, `GET /posts/${id}`, { as })).body.version).toBe(1);
    }
  });

  async function fresh({ closed }: PostRoute, visibility: string, orgId: string | null): Promise<string> {
    const id = await report(visibility, orgId);
    const headers = { 'if-match': '*' };
    if (closed) await call(posts, `POST /posts/${id}/expire`, { as: await authorToken(orgId), headers });
    return id;
  }
});

describe('a route of one contact exchange', () => {
  const routes = EXCHANGES.flatMap(({ what = '', ...row }) =>
    Object.entries(EXCHANGE_ROUTES[what] ?? {}).map(([route, body]) => ({ route, body, row })),
  );

  it.each(routes)('$route', async ({ route, body, row }) => {
    const answers: Array<readonly [string, string]> = [];
    for (const [who, wanted] of Object.entries(row)) {
      // Somebody new each time: one asks ten times an hour.
      const asker = await posts.tokenFor('user', { userId: crypto.randomUUID() });
      const tokens = who === 'who asked' ? [asker] : await tokensOf(who);
      answers.push([who, await told(tokens, wanted, async () => ({ route, id: await askedBy(asker), body }))]);
    }
    expect(Object.fromEntries(answers)).toEqual(row);
  });

  async function askedBy(as: string): Promise<string> {
    const postId = await report('public', ORG);
    const { body } = await call<{ readonly id: string }>(posts, 'POST /contact-exchanges', { as, body: { postId } });
    return body.id;
  }
});

describe('every route of the service', () => {
  it('is one of these, or of its caller alone', () => {
    const known = [...Object.values(POST_ROUTES), ...Object.values(EXCHANGE_ROUTES)].flatMap((routes) =>
      Object.keys(routes),
    );
    const byName = (a: string, b: string) => a.localeCompare(b);
    const all = policies.entries().map(([route]): RouteKey => route);
    expect([...known, ...OWN_ROUTES].sort(byName)).toEqual(all.sort(byName));
  });
});
