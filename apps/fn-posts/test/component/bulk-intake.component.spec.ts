import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { eventMessage } from '@foundnow/messaging';
import { withClient } from '@foundnow/postgres';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import type { Problem } from '@foundnow/http';
import { isReference } from '../../src/domain/post/item-reference.ts';
import type { TakenInResponse } from '../../src/inbound/http/intake/taken-in.response.ts';
import type { PostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const ORG = sequenceId(41);

let posts: PostsUnderTest;
let desk: string;
beforeAll(async () => {
  posts = await startPosts();
  desk = await posts.tokenFor('staff', { orgId: ORG });
});
afterAll(() => posts.stop());

const { kind: _, ...report } = aReportRequest();
const anItem = (different: object = {}) => ({ ...report, ...different });
const takeIn = (items: unknown, headers: Record<string, string> = {}, as = desk) =>
  call<TakenInResponse & Problem>(posts, 'POST /posts/bulk', { as, body: { items }, headers });
const outcomes = ({ items }: TakenInResponse) => items.map((item) => item.outcome);

async function rows(table: 'post' | 'outbox'): Promise<number> {
  return withClient(posts.database.adminUrl, async (client) => {
    const { rows: found } = await client.query<{ count: number }>(`select count(*)::int from posts.${table}`);
    return found[0]?.count ?? 0;
  });
}

describe('taking in many found items', () => {
  it('answers for each in the order of the request, whatever became of the others', async () => {
    const titles = Array.from({ length: 30 }, (_each, i) => `Umbrella ${i}`);
    const bad = new Set([3, 4, 17]);
    const { status, body } = await takeIn(titles.map((title, i) => anItem({ title: bad.has(i) ? '' : title })));
    expect({ status, created: body.created, refused: body.refused }).toEqual({ status: 200, created: 27, refused: 3 });
    expect(body.items.map(({ index }) => index)).toEqual(titles.map((_each, i) => i));
    expect(outcomes(body)).toEqual(titles.map((_each, i) => (bad.has(i) ? 'refused' : 'created')));
    for (const item of body.items) {
      if (item.outcome === 'refused') continue;
      const { body: post } = await call<PostResponse>(posts, `GET /posts/${item.id}`, { as: desk });
      expect(post).toMatchObject({ title: titles[item.index], kind: 'found', reference: item.reference });
      expect(isReference(item.reference ?? '')).toBe(true);
    }
  });

  it.each([
    ['a field that is missing', { title: undefined }],
    ['a field that is not known', { authorId: ORG }],
    ['several wrong fields', { location: { lat: 91, lng: 0 }, language: '??', category: 'bags.none' }],
    ['a time in the future', { occurredTo: '2199-01-01T00:00:00Z' }],
    ['a number that is no IMEI', { identifiers: [{ type: 'imei', value: '123456789012345' }] }],
  ])('refuses %s with the words of POST /posts, and keeps the others', async (_name, different) => {
    const alone = await call<Problem>(posts, 'POST /posts', {
      as: desk,
      body: anItem({ kind: 'found', ...different }),
    });
    const { body } = await takeIn([anItem(), anItem(different), anItem()]);
    expect(outcomes(body)).toEqual(['created', 'refused', 'created']);
    const { status, code, detail, errors } = alone.body;
    expect(body.items[1]).toEqual({ index: 1, outcome: 'refused', problem: { status, code, detail, errors } });
  });

  it('refuses what is no item at all, and lost ones, each by itself', async () => {
    const { status, body } = await takeIn([null, 7, 'x', [], {}, anItem({ kind: 'lost' })]);
    expect({ status, batchId: body.batchId, refused: body.refused }).toEqual({
      status: 200,
      batchId: null,
      refused: 6,
    });
    expect(body.items[5]).toMatchObject({ problem: { errors: [{ path: 'kind', code: 'not_allowed' }] } });
  });

  it('tells of each created item in one event that names the batch', async () => {
    const { body } = await takeIn([anItem(), anItem({ title: '' }), anItem()]);
    const events = await eventually(async () => {
      const all = await readEvents(posts.bus, 'post.created');
      const ours = all.filter(({ payload }) => payload.batchId === body.batchId);
      expect(ours).toHaveLength(2);
      return ours;
    });
    const created = body.items.flatMap((item) => (item.outcome === 'created' ? [item.id] : []));
    expect(new Set(events.map(({ payload }) => payload.postId))).toEqual(new Set(created));
    expect(events.map(({ payload }) => payload.intake)).toEqual(['bulk', 'bulk']);
  });

  it('masks contact data in an item and says so', async () => {
    const { body } = await takeIn([anItem({ description: 'Call me: finder@example.org' })]);
    expect(body.items[0]).toMatchObject({ warnings: [{ path: 'description', code: 'personal_data_masked' }] });
    expect(JSON.stringify(body)).not.toContain('finder@example.org');
  });

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 201 }, () => anItem())],
  ])('refuses a request of %s as a whole', async (_name, items) => {
    const before = await rows('post');
    expect(await takeIn(items)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await rows('post')).toBe(before);
  });

  it('takes 200 of the longest items, and no body beyond the limit', async () => {
    const longest = anItem({ description: 'ä'.repeat(2000), tags: Array.from({ length: 20 }, () => 'ä'.repeat(40)) });
    const { body } = await takeIn(Array.from({ length: 200 }, () => longest));
    expect(body.created).toBe(200);
    expect((await takeIn(['x'.repeat(4_000_000)])).status).toBe(413);
  });
});

describe('200 items with five questions and two serial numbers each', () => {
  it('are sealed and kept with less than a second of work', async () => {
    const proof = Array.from({ length: 5 }, (_each, i) => ({ question: `Pocket ${i}?`, answer: `A giraffe ${i}` }));
    const identifiers = ['C02XK1JHJG5J', 'SN-991-22'].map((value) => ({ type: 'serial', value }));
    const items = Array.from({ length: 200 }, () => anItem({ proof, identifiers }));
    await takeIn(items.slice(0, 20));
    // Of the processors, not of the clock: other work on the machine must not fail it. Measured: a quarter of it.
    const before = process.cpuUsage();
    const { body } = await takeIn(items);
    const { user, system } = process.cpuUsage(before);
    expect(body.created).toBe(200);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});

describe('the same batch sent again with its Idempotency-Key', () => {
  it('is one batch of sixteen requests at once', async () => {
    const before = await rows('post');
    const items = Array.from({ length: 20 }, (_each, i) => anItem({ title: i === 5 ? '' : `Glove ${i}` }));
    const headers = { 'idempotency-key': 'sixteen' };
    const answers = await Promise.all(Array.from({ length: 16 }, () => takeIn(items, headers)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, body: { created: 19, refused: 1 } });
    expect(answers.filter((answer) => answer.headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await rows('post')).toBe(before + 19);
  });

  it('does not bring back what was deleted since', async () => {
    const headers = { 'idempotency-key': 'deleted-since' };
    const { body } = await takeIn([anItem(), anItem()], headers);
    const [first] = body.items;
    const id = first?.outcome === 'created' ? first.id : '';
    await call(posts, `DELETE /posts/${id}`, { as: desk, headers: { 'if-match': '"1"' } });
    const again = await takeIn([anItem(), anItem()], headers);
    expect(outcomes(again.body)).toEqual(['refused', 'created']);
    expect(again.body.items[0]).toMatchObject({ problem: { status: 404, code: 'post.not_found' } });
  });

  it('is answered as it was, also when its organization takes nothing in any more', async () => {
    const orgId = crypto.randomUUID();
    const as = await posts.tokenFor('staff', { orgId });
    const headers = { 'idempotency-key': 'suspended-since' };
    const items = [anItem(), anItem({ title: '' })];
    const { body } = await takeIn(items, headers, as);
    const suspended = { ...goldenExample('organization.created'), organizationId: orgId, orgId, status: 'suspended' };
    await posts.bus.publish([eventMessage('organization.created', suspended, '/foundnow/spec')]);
    await eventually(async () => expect((await takeIn(items, {}, as)).body.code).toBe('organization.closed'));
    const again = await takeIn(items, headers, as);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toEqual(body);
    expect((await takeIn([anItem()], headers, as)).status).toBe(422);
  });

  it('is refused for other items', async () => {
    const headers = { 'idempotency-key': 'others' };
    await takeIn([anItem()], headers);
    expect((await takeIn([anItem({ title: 'Another' })], headers)).status).toBe(422);
  });
});
