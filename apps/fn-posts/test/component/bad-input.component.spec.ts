import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testAuthority } from '@foundnow/auth/testing';
import { withClient } from '@foundnow/postgres';
import type { ServiceUnderTest } from '@foundnow/service/testing';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts } from '../start-posts.ts';

let posts: ServiceUnderTest;
beforeAll(async () => void (posts = await startPosts()));
afterAll(() => posts.stop());

const unsigned = (claims: object) =>
  `${base64({ alg: 'none', kid: 'x' })}.${base64({ exp: 4_000_000_000, ...claims })}.`;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const long = (length: number) => 'x'.repeat(length);
const point = { lat: 52.5, lng: 13.4 };

async function send(body: string, headers: Record<string, string> = {}) {
  const token = await posts.tokenFor('user');
  const answer = await fetch(`${posts.api}/posts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, type: answer.headers.get('content-type'), problem: await answer.json() };
}

async function rowsWritten(): Promise<number> {
  return withClient(posts.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      'select ((select count(*) from posts.post) + (select count(*) from posts.outbox) + (select count(*) from posts.idempotency))::int as count',
    );
    return rows[0]?.count ?? -1;
  });
}

describe('bad input to POST /posts', () => {
  const report = (different: object) => JSON.stringify(aReportRequest({ ...different }));
  it.each([
    ['malformed JSON', '{"kind":', {}, 400, 'request.malformed_json'],
    ['an empty body', '', {}, 400, 'request.body_missing'],
    ['a wrong type', report({ title: 7 }), {}, 400, 'request.invalid'],
    ['an unknown field', report({ owner: 'me' }), {}, 400, 'request.invalid'],
    ['an unknown nested field', report({ location: { ...point, alt: 3 } }), {}, 400, 'request.invalid'],
    ['a place off the map', report({ location: { lat: 91, lng: 0 } }), {}, 400, 'request.invalid'],
    ['an unknown category', report({ category: 'bags.unicorn' }), {}, 400, 'request.invalid'],
    ['an unknown zone', report({ timeZone: 'Mars/Olympus' }), {}, 400, 'request.invalid'],
    ['the future', report({ occurredTo: '2090-01-01T00:00:00Z' }), {}, 400, 'post.invalid'],
    ['a window that ends before it begins', report({ occurredFrom: '2026-01-11T00:00:00Z' }), {}, 400, 'post.invalid'],
    ['a NUL in a text', report({ title: 'a\u0000b' }), {}, 400, 'request.invalid_text'],
    ['a body that is too large', report({ description: long(2_000_000) }), {}, 413, 'request.too_large'],
    ['a form', 'kind=lost', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'request.media_type'],
    ['a bad Idempotency-Key', report({}), { 'idempotency-key': long(300) }, 400, 'idempotency.key_invalid'],
    ['an empty token', report({}), { authorization: 'Bearer ' }, 401, expect.stringContaining('token.')],
    [
      'an unsigned token',
      report({}),
      { authorization: `Bearer ${unsigned({ sub: 'x' })}` },
      401,
      expect.stringContaining('token.'),
    ],
    ['something that is no token', report({}), { authorization: 'Bearer abc' }, 401, expect.stringContaining('token.')],
  ])('refuses %s, and changes nothing', async (_name, body, headers, status, code) => {
    const before = await rowsWritten();
    const answer = await send(body, headers);
    expect(answer).toMatchObject({ status, type: 'application/problem+json', problem: { status, code } });
    expect(answer.problem).toHaveProperty('traceId');
    expect(await rowsWritten()).toBe(before);
  });

  it("refuses another issuer's and an expired token, and changes nothing", async () => {
    const before = await rowsWritten();
    const foreign = await (await testAuthority()).tokenFor('user');
    const expired = await posts.tokenFor('user', { lifetimeSeconds: -120 });
    for (const token of [foreign, expired]) {
      const answer = await send(report({}), { authorization: `Bearer ${token}` });
      expect(answer).toMatchObject({ status: 401, problem: { code: expect.stringContaining('token.') } });
    }
    expect(await rowsWritten()).toBe(before);
  });

  it('names each wrong field and repeats none of the values', async () => {
    const { problem } = await send(report({ title: long(201), reward: { amountMinor: -5, currency: 'secret-value' } }));
    expect(problem).toMatchObject({
      errors: expect.arrayContaining(
        ['title', 'reward.amountMinor', 'reward.currency'].map((path) => expect.objectContaining({ path })),
      ),
    });
    expect(JSON.stringify(problem)).not.toContain('secret-value');
  });

  it('answers 404 in the same form for a post and for a route that do not exist', async () => {
    for (const path of ['posts/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee', 'nowhere']) {
      const answer = await fetch(`${posts.api}/${path}`);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 404, traceId: expect.any(String) });
    }
  });
});
