import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { plainPhoto } from '@foundnow/images/testing';
import { eventMessage } from '@foundnow/messaging';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { ErasureResponse } from '../../src/inbound/http/privacy/erasure.response.ts';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { type ContactPlay, contactPlay, GIVEN } from '../contact-play.ts';
import { columnsWith } from '../every-column.ts';
import { keysIn, type Opened, upload } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

/** Where an erased person may still be named, and nothing else of her. */
const NAMED = ['audit_entries.actor', 'audit_entries.subject', 'erasure.person_id', 'person_data_keys.person_id'];
const PLANTED = 'quokka';
const ORG = crypto.randomUUID();
const ANY = { 'if-match': '*' };

let posts: PostsUnderTest;
let play: ContactPlay;
let photo: Buffer;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
  photo = await plainPhoto({ width: 640, height: 480 });
});
afterAll(() => posts.stop());

const her = async (userId: string = crypto.randomUUID()) => ({
  userId,
  token: await posts.tokenFor('user', { userId }),
  desk: await posts.tokenFor('staff', { userId, orgId: ORG }),
});
const eraseMe = (as: string) => call<ErasureResponse & { code?: string }>(posts, 'DELETE /privacy/me', { as });
const act = (route: `${'POST' | 'PATCH' | 'DELETE'} /${string}`, as: string, body?: object, headers: object = ANY) =>
  call<WrittenPostResponse & { code?: string }>(posts, route, { as, headers: { ...headers }, ...(body && { body }) });
const statusOf = async (id: string, as?: string) =>
  (await call(posts, `GET /posts/${id}`, as === undefined ? {} : { as })).status;

const aPlantedReport = (different: object = {}) =>
  aReportRequest({
    title: `${PLANTED} title`,
    description: `${PLANTED} description`,
    attributes: { brand: PLANTED, color: [PLANTED], marks: PLANTED },
    location: { lat: 52.525, lng: 13.3694, address: `${PLANTED} street` },
    identifiers: [{ type: 'serial', value: 'QK-77612-Z' }],
    proof: [{ question: `${PLANTED} question`, answer: `${PLANTED} answer` }],
    reward: { amountMinor: 5000, currency: 'EUR' },
    ...different,
  });

async function reported(as: string, different: object = {}): Promise<string> {
  const { status, body } = await act('POST /posts', as, aPlantedReport(different), {
    'idempotency-key': crypto.randomUUID(),
  });
  if (status !== 201) throw new Error(`POST /posts answered ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** Somebody with something in every table. */
async function aWholeLife() {
  const me = await her();
  const colleague = await posts.tokenFor('staff', { userId: crypto.randomUUID(), orgId: ORG });
  const withPhoto = async (as: string, different: object = {}) =>
    reported(as, { photoUploadIds: [(await upload(posts, as, photo)).body.id], ...different });
  const live = await withPhoto(me.token);
  await act(`PATCH /posts/${live}`, me.token, { title: `${PLANTED} again` });
  const resolved = await reported(me.token);
  await act(`POST /posts/${resolved}/resolve`, me.token, { resolution: 'returned' });
  const deleted = await withPhoto(me.token);
  await act(`DELETE /posts/${deleted}`, me.token);
  const hidden = await withPhoto(me.desk, { visibility: 'private' });
  const kept = await withPhoto(me.desk, { kind: 'found', ...NOT_PLANTED, title: PLANTED, visibility: 'private' });
  await act(`PATCH /posts/${kept}`, me.desk, { title: NOT_PLANTED.title, visibility: 'organization' });
  await act(`PATCH /posts/${kept}`, me.desk, { description: 'Black, long' });
  const colleagues = await reported(colleague, { kind: 'found', ...NOT_PLANTED });
  await act(`PATCH /posts/${colleagues}`, me.desk, { description: 'Red' });
  await act(`POST /posts/${colleagues}/resolve`, colleague, { resolution: 'returned' });
  await upload(posts, me.token, photo);
  await call<Opened>(posts, 'POST /photos/direct', {
    as: me.token,
    body: { contentType: 'image/jpeg', byteLength: 9 },
  });
  const others = await play.report();
  const asked = (await play.ask(others.id, me.token, { message: `${PLANTED} asks` })).body;
  const asker = await play.somebody();
  const given = (await play.ask(live, asker.token)).body;
  await play.act(given.id, 'approve', me.token, GIVEN);
  const pending = (await play.ask(live, (await play.somebody()).token)).body;
  await act('POST /posts/bulk', me.desk, { items: [{ ...aReportRequest(), ...NOT_PLANTED, kind: 'found' }] }, {});
  await claimed(me.userId, live, colleagues);
  return { ...me, colleague, asker, live, resolved, deleted, hidden, kept, colleagues, asked, given, pending };
}

/** The item is the organization's: what is said of it stays. */
const NOT_PLANTED = {
  title: 'Umbrella of the desk',
  description: 'Black',
  attributes: {},
  location: { lat: 52.525, lng: 13.3694 },
  identifiers: [],
  proof: [],
  reward: null,
};

async function claimed(claimantId: string, lostId: string, foundId: string): Promise<void> {
  const { lost, found, ...claim } = goldenExample('claim.verified');
  const matchId = crypto.randomUUID();
  const payload = {
    ...claim,
    matchId,
    claimId: crypto.randomUUID(),
    claimantId,
    lost: { ...lost, postId: lostId, authorId: claimantId },
    found: { ...found, postId: foundId },
  };
  await posts.bus.publish([eventMessage('claim.verified', payload, '/foundnow/spec')]);
  await eventually(async () =>
    expect(await columnsWith(posts.database.adminUrl, [matchId])).toContain('verified_claim.match_id'),
  );
}

const told = async <N extends 'post.deleted' | 'post.updated' | 'contact.expired'>(name: N): Promise<EventMap[N][]> =>
  (await readEvents(posts.bus, name)).map(({ payload }) => payload);
/** The outbox holds events until the bus has them, which takes moments. */
const foundOf = async (...needles: string[]) =>
  eventually(async () => {
    const found = await columnsWith(posts.database.adminUrl, needles);
    expect(found.filter((column) => column.startsWith('outbox.'))).toEqual([]);
    return found;
  });

describe('somebody who wants to be forgotten', () => {
  it('is in no column of any table afterwards, nor what she said, nor her files; the places that name her are few', async () => {
    const life = await aWholeLife();
    const before = await columnsWith(posts.database.adminUrl, [PLANTED, life.userId]);
    for (const place of ['post', 'post_version', 'photo', 'contact_exchange', 'verified_claim', 'idempotency']) {
      expect(before.map((column) => column.split('.')[0])).toContain(place);
    }
    const { status, body } = await eraseMe(life.token);
    expect({ status, body }).toEqual({
      status: 202,
      body: { requestedAt: expect.any(String), completedAt: expect.any(String) },
    });
    expect((await foundOf(PLANTED, 'QK-77612', life.userId)).filter((column) => !NAMED.includes(column))).toEqual([]);
    const [umbrella] = new Set((await keysIn(posts)).map((key) => key.split('/')[1]));
    expect((await keysIn(posts)).every((key) => key.startsWith(`private/${umbrella ?? ''}/`))).toBe(true);
    expect((await call<{ photos: unknown[] }>(posts, `GET /posts/${life.kept}/photos`, { as: life.colleague })).body.photos).toHaveLength(1); // prettier-ignore
  });

  it('leaves what she took in to the organization, without her; the rest is gone for everybody, and told so', async () => {
    const life = await aWholeLife();
    await eraseMe(life.token);
    for (const id of [life.live, life.resolved, life.deleted, life.hidden]) {
      expect([await statusOf(id), await statusOf(id, life.colleague), await statusOf(id, life.token)]).toEqual([
        404, 404, 404,
      ]);
    }
    const kept = await call<WrittenPostResponse>(posts, `GET /posts/${life.kept}`, { as: life.colleague });
    expect(kept.body).toMatchObject({ title: 'Umbrella of the desk', description: 'Black, long', status: 'active' });
    expect((await act(`PATCH /posts/${life.kept}`, life.colleague, { description: 'Dry' })).status).toBe(200);
    await eventually(async () => {
      const of = [life.live, life.resolved, life.hidden];
      const deleted = (await told('post.deleted')).filter(({ postId }) => of.includes(postId));
      expect(deleted.map(({ reason, authorId, actorId }) => [reason, authorId, actorId])).toEqual([
        ['erasure', null, null],
        ['erasure', null, null],
        ['erasure', null, null],
      ]);
      expect(deleted.find(({ postId }) => postId === life.live)?.photoIds).toHaveLength(1);
      const updated = (await told('post.updated')).filter(({ postId }) => postId === life.kept);
      expect(updated).toContainEqual(
        expect.objectContaining({ authorId: null, actorId: null, changedFields: ['authorId'], reason: 'erasure' }),
      );
    });
  });

  it('ends what was between her and others, who are told; nothing of it opens again', async () => {
    const life = await aWholeLife();
    await eraseMe(life.token);
    expect((await play.reveal(life.given.id, life.asker.token)).status).toBe(409);
    const seen = await play.read(life.given.id, life.asker.token);
    expect(seen).toMatchObject({ status: 'expired' });
    expect(JSON.stringify(seen)).not.toContain(PLANTED);
    await eventually(async () => {
      const ids: readonly string[] = [life.given.id, life.asked.id, life.pending.id];
      const expired = (await told('contact.expired')).filter(({ exchangeId }) => ids.includes(exchangeId));
      const ended = new Map(expired.map(({ exchangeId, previousStatus }) => [exchangeId, previousStatus]));
      expect(ids.map((id) => ended.get(id))).toEqual(['approved', 'pending', 'pending']);
      expect(expired).toHaveLength(3);
      expect(JSON.stringify(expired)).not.toContain(life.userId);
    });
  });

  it('writes nothing any more, reads nothing of hers, and may ask again', async () => {
    const me = await her();
    const other = await play.report();
    const item = await reported(me.desk, { kind: 'found', ...NOT_PLANTED });
    const first = await eraseMe(me.token);
    const refused = await Promise.all([
      act('POST /posts', me.token, aReportRequest(), {}),
      act('POST /posts', me.token, aReportRequest(), { 'idempotency-key': 'again' }),
      act('POST /posts/bulk', me.desk, { items: [{ ...aReportRequest(), kind: 'found' }] }, {}),
      act('POST /photos/direct', me.token, { contentType: 'image/jpeg', byteLength: 9 }, {}),
      act('POST /contact-exchanges', me.token, { postId: other.id, message: 'Mine' }, {}),
      act(`PATCH /posts/${item}`, me.desk, { title: 'By nobody' }),
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'person.erased']));
    expect((await call<{ items: unknown[] }>(posts, 'GET /users/me/posts', { as: me.token })).body.items).toEqual([]);
    expect(await eraseMe(me.token)).toMatchObject({ status: 202, body: first.body });
    expect((await foundOf(me.userId)).filter((column) => !NAMED.includes(column))).toEqual([]);
  });

  it('is forgotten in the same way when her account is, whatever comes late or twice', async () => {
    const life = await aWholeLife();
    const payload = { ...goldenExample('user.erased'), userId: life.userId };
    const message = eventMessage('user.erased', payload, '/foundnow/spec');
    await posts.bus.publish([message, message]);
    await eventually(async () => {
      const found = await foundOf(PLANTED, life.userId);
      expect(found).toContain('erasure.person_id');
      expect(found.filter((column) => !NAMED.includes(column))).toEqual([]);
    });
    await claimed(life.userId, life.live, life.colleagues);
    expect((await foundOf(life.userId)).filter((column) => !NAMED.includes(column))).toEqual([]);
  });
});
