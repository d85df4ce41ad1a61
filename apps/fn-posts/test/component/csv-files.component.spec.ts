import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import type { Problem } from '@foundnow/http';
import type { ImportedResponse } from '../../src/inbound/http/csv/imported.response.ts';
import type { TakenInResponse } from '../../src/inbound/http/intake/taken-in.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const NASTY = ['=1+1', '+49', '-5 °C', '@home', "'=quoted", '"Say ""hi"""', 'a;b,c|d', 'two\nlines', "'plain"];

let posts: PostsUnderTest;
beforeAll(async () => void (posts = await startPosts()));
afterAll(() => posts.stop());

const deskOf = (org: number) => posts.tokenFor('staff', { orgId: sequenceId(org) });
const anItem = (different: object = {}) => aReportRequest({ kind: 'found', ...different });

async function exported(as: string, query = ''): Promise<string> {
  const answer = await fetch(`${posts.api}/posts/export${query}`, { headers: { authorization: `Bearer ${as}` } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return Buffer.from(await answer.arrayBuffer()).toString();
}

async function imported(as: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await fetch(`${posts.api}/posts/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'text/csv', ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as ImportedResponse & Problem };
}

/** Without what an import gives anew. */
const lines = (csv: string) =>
  csv
    .split('\r\n')
    .map((line) => line.split(',').slice(4).join(','))
    .sort();

describe('posts in a CSV file', () => {
  it('go from one organization to another exactly as they were', async () => {
    const [from, to] = [await deskOf(61), await deskOf(62)];
    const items = NASTY.map((title) => anItem({ title, tags: [title, 'x|y'], location: { lat: -33.9, lng: 151.2 } }));
    const { body } = await call<TakenInResponse>(posts, 'POST /posts/bulk', { as: from, body: { items } });
    expect(body.created).toBe(NASTY.length);
    const csv = await exported(from);
    const answer = await imported(to, csv);
    expect(answer).toMatchObject({ status: 200, body: { created: NASTY.length, refused: 0 } });
    expect(lines(await exported(to))).toEqual(lines(csv));
  });

  it('are told apart by line, one refused row taking no other with it', async () => {
    const as = await deskOf(63);
    const head = 'title,category,location.lat,location.lng,occurredFrom,occurredTo,timeZone,language';
    const row = 'bags.other,52.5,13.4,2026-01-10T08:00:00Z,2026-01-10T09:00:00Z,Europe/Berlin,en';
    const csv = [head, `"Two\nlines",${row}`, `Bag,${row.replace('52.5', '52;5')}`, 'too,few', `Bag,${row}`].join('\n');
    const { body } = await imported(as, csv);
    expect(body.items).toMatchObject([
      { line: 2, outcome: 'created' },
      { line: 4, outcome: 'refused', problem: { errors: [{ path: 'location.lat', code: 'type' }] } },
      { line: 5, outcome: 'refused', problem: { code: 'import.cells' } },
      { line: 6, outcome: 'created' },
    ]);
    const headers = { 'idempotency-key': 'file' };
    const [first, again] = [await imported(as, csv, headers), await imported(as, csv, headers)];
    expect(again.body).toEqual(first.body);
    expect((await imported(as, `${csv}\n`, headers)).status).toBe(422);
  });

  it('are those of the own organization only, whatever is public elsewhere', async () => {
    const [ours, theirs] = [await deskOf(64), await deskOf(65)];
    for (const as of [ours, theirs]) await call(posts, 'POST /posts', { as, body: anItem() });
    await call(posts, 'POST /posts', { as: ours, body: aReportRequest() });
    expect((await exported(ours)).trim().split('\r\n')).toHaveLength(3);
    expect((await exported(ours, '?kind=lost')).trim().split('\r\n')).toHaveLength(2);
    expect((await exported(theirs, '?status=resolved')).trim().split('\r\n')).toHaveLength(1);
  });

  it('come over several pages, each once', async () => {
    const as = await deskOf(66);
    const items = Array.from({ length: 200 }, (_each, i) => anItem({ title: `Item ${i}` }));
    for (const _round of [1, 2, 3]) await call(posts, 'POST /posts/bulk', { as, body: { items } });
    const ids = (await exported(as))
      .trim()
      .split('\r\n')
      .map((line) => line.split(',', 1)[0]);
    expect(new Set(ids).size).toBe(601);
  });

  it('are refused as a whole when nothing can be understood, or as another media type', async () => {
    const as = await deskOf(67);
    expect(await imported(as, 'Titel;Farbe\na;b')).toMatchObject({ status: 400, body: { code: 'import.columns' } });
    expect((await imported(as, '{}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await imported(as, 'x'.repeat(4_000_001))).status).toBe(413);
  });
});
