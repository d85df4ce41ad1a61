import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call, readEvents, type ServiceUnderTest } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import { distanceMeters } from '../../src/domain/geo-point.ts';
import { isReference } from '../../src/domain/post/item-reference.ts';
import type { PostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts } from '../start-posts.ts';

let posts: ServiceUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

const report = (body: unknown = aReportRequest(), headers: Record<string, string> = {}, as = author) =>
  call<PostResponse>(posts, 'POST /posts', { as, body, headers });

async function eventsAbout(id: string) {
  const events = await readEvents(posts.bus, 'post.created');
  return events.filter(({ payload }) => payload.postId === id);
}

describe('reporting an item', () => {
  it('answers with the post, where it is and its version', async () => {
    const { status, headers, body } = await report();
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/posts/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ title: 'Blue backpack', status: 'active', place: { lat: 52.525, exact: true } });
  });

  it('publishes one post.created that any consumer can decode and trace back to the request', async () => {
    const { body } = await report(aReportRequest(), { 'x-request-id': sequenceId(77) });
    const [event, ...more] = await eventually(async () => {
      const found = await eventsAbout(body.id);
      expect(found).not.toHaveLength(0);
      return found;
    });
    expect(more).toHaveLength(0);
    expect(event?.payload).toMatchObject({
      aggregateVersion: 1,
      kind: 'lost',
      location: { lat: 52.525, lng: 13.3694 },
    });
    expect(event?.message.attributes).toMatchObject({
      type: 'post.created',
      source: '/foundnow/fn-posts',
      subject: body.id,
      correlationId: sequenceId(77),
    });
  });

  it('gives a found item a reference that can be read out', async () => {
    const { body } = await report(aReportRequest({ kind: 'found' }));
    expect(isReference(body.reference ?? '')).toBe(true);
  });

  it('tells strangers one point within 400 m for any number of posts from one place', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await report()).body.id));
    const seen = await Promise.all(ids.map((id) => call<PostResponse>(posts, `GET /posts/${id}`)));
    const places = new Map(seen.map(({ body: { place } }) => [JSON.stringify(place), place]));
    expect(places.size).toBe(1);
    for (const place of places.values()) {
      expect(distanceMeters(place, { lat: 52.525, lng: 13.3694 })).toBeLessThan(400);
    }
  });
});

describe('reporting an item again with the same Idempotency-Key', () => {
  it('makes one post of thirty-two requests at once', async () => {
    const headers = { 'idempotency-key': 'thirty-two' };
    const sent = await Promise.all(Array.from({ length: 32 }, () => report(aReportRequest(), headers)));
    expect(new Set(sent.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(sent[0]?.status).toBe(201);
    await eventually(async () => expect(await eventsAbout(sent[0]?.body.id ?? '')).toHaveLength(1));
  });

  it('is refused for another report, and for another organization', async () => {
    const headers = { 'idempotency-key': 'reused' };
    expect((await report(aReportRequest(), headers)).status).toBe(201);
    const inOrg = await posts.tokenFor('user', { orgId: sequenceId(9) });
    const others = [
      await report(aReportRequest({ title: 'Umbrella' }), headers),
      await report(aReportRequest(), headers, inOrg),
    ];
    expect(others.map(({ status }) => status)).toEqual([422, 422]);
  });

  it('shows nothing of a post that is gone', async () => {
    const headers = { 'idempotency-key': 'gone' };
    const { body } = await report(aReportRequest(), headers);
    await withClient(posts.database.adminUrl, (client) =>
      client.query("update posts.post set status = 'deleted' where id = $1", [body.id]),
    );
    expect((await report(aReportRequest(), headers)).status).toBe(404);
  });
});

describe('resolving a post', () => {
  const resolve = (id: string, headers: Record<string, string>, as = author) =>
    call<PostResponse>(posts, `POST /posts/${id}/resolve`, { as, headers, body: { resolution: 'returned' } });

  it('needs the version that it is meant for, and tells consumers once', async () => {
    const { body, headers } = await report();
    const tag = headers.get('etag') ?? '';
    expect((await resolve(body.id, {})).status).toBe(428);
    expect((await resolve(body.id, { 'if-match': '"7"' })).status).toBe(412);
    const both = await Promise.all([resolve(body.id, { 'if-match': tag }), resolve(body.id, { 'if-match': tag })]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
    await eventually(async () => {
      const told = await readEvents(posts.bus, 'post.resolved');
      expect(told.filter(({ payload }) => payload.postId === body.id)).toMatchObject([
        { payload: { aggregateVersion: 2, resolution: 'returned' } },
      ]);
    });
  });

  it('is not for others: a stranger’s post is not there, a colleague’s is not yours', async () => {
    const { body } = await report();
    const other = await posts.tokenFor('admin');
    expect((await resolve(body.id, { 'if-match': '"1"' }, other)).status).toBe(404);
    const org = { orgId: sequenceId(4) };
    const ofOrg = await report(aReportRequest(), {}, await posts.tokenFor('org_admin', org));
    expect((await resolve(ofOrg.body.id, { 'if-match': '"1"' }, await posts.tokenFor('user', org))).status).toBe(403);
    expect((await resolve(ofOrg.body.id, { 'if-match': '"1"' }, await posts.tokenFor('staff', org))).status).toBe(200);
  });
});
