import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { plainPhoto } from '@foundnow/images/testing';
import { eventMessage } from '@foundnow/messaging';
import { withClient } from '@foundnow/postgres';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import type { ImportedResponse } from '../../src/inbound/http/csv/imported.response.ts';
import type { TakenInResponse } from '../../src/inbound/http/intake/taken-in.response.ts';
import { keysIn, type Shown, upload } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const ORG = sequenceId(81);

let posts: PostsUnderTest;
let desk: string;
let file: Buffer;
beforeAll(async () => {
  posts = await startPosts();
  desk = await posts.tokenFor('staff', { orgId: ORG });
  file = await plainPhoto({ width: 60, height: 40 });
});
afterAll(() => posts.stop());

const { kind: _, ...report } = aReportRequest();
const ready = async (as = desk) => (await upload(posts, as, file)).body.id;
const takeIn = async (
  photosOfItems: readonly (readonly string[])[],
  headers: Record<string, string> = {},
  as = desk,
) => {
  const items = photosOfItems.map((photoUploadIds, index) => ({ ...report, title: `Item ${index}`, photoUploadIds }));
  return (await call<TakenInResponse>(posts, 'POST /posts/bulk', { as, body: { items }, headers })).body;
};
const became = ({ items }: TakenInResponse) =>
  items.map((item) => (item.outcome === 'created' ? 'created' : item.problem.code));
const madeOf = ({ items }: TakenInResponse) => items.flatMap((item) => (item.outcome === 'created' ? [item.id] : []));
const photosOf = async (id: string) => (await call<Shown>(posts, `GET /posts/${id}/photos`, { as: desk })).body.photos;

async function readyUploads(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(...(await Promise.all(Array.from({ length: 20 }, () => ready()))));
  return ids;
}

describe('photos of many found items', () => {
  it('are taken with 200 items of one each, and told of in their events', async () => {
    const ids = await readyUploads(200);
    const taken = await takeIn(ids.map((id) => [id]));
    expect(taken.created).toBe(200);
    const made = madeOf(taken);
    for (const at of [0, 99, 199]) expect(await photosOf(made[at] ?? '')).toMatchObject([{ id: ids[at] }]);
    expect((await keysIn(posts)).filter((key) => key.startsWith('quarantine/'))).toEqual([]);
    const { rows } = await withClient(posts.database.adminUrl, (client) =>
      client.query(`select state, org_id, due_at, count(*)::int from posts.photo group by 1, 2, 3`),
    );
    expect(rows).toEqual([{ state: 'attached', org_id: ORG, due_at: null, count: 200 }]);
    await eventually(async () => {
      const told = await readEvents(posts.bus, 'post.created');
      const photos = told.filter(({ payload }) => made.includes(payload.postId)).map(({ payload }) => payload.photos);
      expect(photos).toHaveLength(200);
      expect(photos.every((each) => each?.length === 1)).toBe(true);
    });
  });

  it('belong to the first item that names them, and to one item only', async () => {
    const [a, b] = [await ready(), await ready()];
    const taken = await takeIn([[a], [a, b], [b], [a], []]);
    expect(became(taken)).toEqual(['created', 'photo.upload_gone', 'created', 'photo.upload_gone', 'created']);
    const [first, second] = madeOf(taken);
    expect([await photosOf(first ?? ''), await photosOf(second ?? '')]).toMatchObject([[{ id: a }], [{ id: b }]]);
    expect(became(await takeIn([[a]]))).toEqual(['photo.upload_gone']);
  });

  it('are refused by item when they are not hers, not there, not complete or eleven', async () => {
    const theirs = await ready(await posts.tokenFor('staff', { orgId: ORG, userId: sequenceId(83) }));
    const body = { contentType: 'image/jpeg', byteLength: file.length };
    const { body: opened } = await call<{ id: string }>(posts, 'POST /photos/direct', { as: desk, body });
    const eleven = Array.from({ length: 11 }, (_each, i) => sequenceId(9_000 + i));
    const own = await ready();
    expect(became(await takeIn([[theirs], [sequenceId(7)], [opened.id], eleven, ['x'], [own]]))).toEqual([
      'photo.upload_gone',
      'photo.upload_gone',
      'photo.upload_incomplete',
      'request.invalid',
      'request.invalid',
      'created',
    ]);
  });

  it('serve an organization that demands one of each', async () => {
    const orgId = sequenceId(84);
    const example = goldenExample('organization.created');
    const settings = { ...example.settings, photoRequired: true };
    const created = { ...example, organizationId: orgId, orgId, settings, status: 'active' };
    await posts.bus.publish([eventMessage('organization.created', created, '/foundnow/spec')]);
    const as = await posts.tokenFor('staff', { orgId });
    const id = await ready(as);
    await eventually(async () => expect(became(await takeIn([[]], {}, as))).toEqual(['post.invalid']));
    expect(became(await takeIn([[], [id]], {}, as))).toEqual(['post.invalid', 'created']);
  });

  it('are not needed a second time when the request is repeated', async () => {
    const id = await ready();
    const headers = { 'idempotency-key': 'photos' };
    const first = await takeIn([[id], [id]], headers);
    expect(became(first)).toEqual(['created', 'photo.upload_gone']);
    const again = await takeIn([[id], [id]], headers);
    expect(again.items[0]).toEqual(first.items[0]);
    expect(became(again)).toEqual(['created', 'post.refused_before']);
  });

  it('go to one of two batches that want them at once', async () => {
    const ids = await readyUploads(20);
    const batches = [ids, [...ids].reverse()].map((order) => takeIn(order.map((id) => [id])));
    const outcomes = (await Promise.all(batches)).flatMap(became);
    expect(outcomes.filter((each) => each === 'created')).toHaveLength(20);
    expect(outcomes.filter((each) => each === 'photo.upload_gone')).toHaveLength(20);
  });

  it('come with the rows of a CSV file, of which an export leaves the column empty', async () => {
    const [a, b] = [await ready(), await ready()];
    const head = 'title,category,location.lat,location.lng,occurredFrom,occurredTo,timeZone,language,photoUploadIds';
    const row = 'bags.other,52.5,13.4,2026-01-10T08:00:00Z,2026-01-10T09:00:00Z,Europe/Berlin,en';
    const csv = [head, `One,${row},"${a}; ${b}"`, `None,${row},`, `Wrong,${row},${a};`].join('\n');
    const answer = await fetch(`${posts.api}/posts/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk}`, 'content-type': 'text/csv' },
      body: csv,
    });
    const taken = (await answer.json()) as ImportedResponse;
    expect(became(taken)).toEqual(['created', 'created', 'photo.upload_gone']);
    expect(await photosOf(madeOf(taken)[0] ?? '')).toMatchObject([{ id: a }, { id: b }]);
    const file = await fetch(`${posts.api}/posts/export`, { headers: { authorization: `Bearer ${desk}` } });
    const text = await file.text();
    expect(text).toContain('photoUploadIds');
    expect(text).not.toContain(a);
  });
});
