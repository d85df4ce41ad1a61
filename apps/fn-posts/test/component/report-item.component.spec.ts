import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEvents, type ServiceUnderTest } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import { distanceMeters } from '../../src/domain/geo-point.ts';
import { isReference } from '../../src/domain/item-reference.ts';
import type { PostResponse } from '../../src/inbound/http/post.response.ts';
import { aReportRequest } from '../report.request.ts';
import { startPosts } from '../start-posts.ts';

let posts: ServiceUnderTest;
beforeAll(async () => void (posts = await startPosts()));
afterAll(() => posts.stop());

interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: PostResponse;
}

async function report(request: unknown, token: string, headers: Record<string, string> = {}): Promise<Sent> {
  const answer = await fetch(`${posts.api}/posts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as PostResponse };
}

async function read(id: string, token?: string): Promise<{ status: number; body: PostResponse }> {
  const answer = await fetch(
    `${posts.api}/posts/${id}`,
    token ? { headers: { authorization: `Bearer ${token}` } } : {},
  );
  return { status: answer.status, body: (await answer.json()) as PostResponse };
}

async function eventsAbout(id: string) {
  const events = await readEvents(posts.bus, 'post.created');
  return events.filter(({ payload }) => payload.postId === id);
}

describe('reporting an item', () => {
  it('answers with the post, where it is and its version', async () => {
    const { status, headers, body } = await report(aReportRequest(), await posts.tokenFor('user'));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/posts/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ title: 'Blue backpack', status: 'active', place: { lat: 52.525, exact: true } });
  });

  it('publishes one post.created that any consumer can decode and trace back to the request', async () => {
    const { body } = await report(aReportRequest(), await posts.tokenFor('user'), { 'x-request-id': sequenceId(77) });
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
    const { body } = await report(aReportRequest({ kind: 'found' }), await posts.tokenFor('user'));
    expect(isReference(body.reference ?? '')).toBe(true);
  });

  it('makes one post of sixteen requests at once with one Idempotency-Key', async () => {
    const token = await posts.tokenFor('user');
    const headers = { 'idempotency-key': 'sixteen' };
    const sent = await Promise.all(Array.from({ length: 16 }, () => report(aReportRequest(), token, headers)));
    expect(new Set(sent.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(sent[0]?.status).toBe(201);
    await eventually(async () => expect(await eventsAbout(sent[0]?.body.id ?? '')).toHaveLength(1));
  });
});

describe('reading a post', () => {
  it('shows strangers a fixed place 150 to 250 m off, and no address', async () => {
    const { body } = await report(aReportRequest(), await posts.tokenFor('user'));
    const [one, two] = [await read(body.id), await read(body.id)];
    expect(one.body.place).toEqual(two.body.place);
    expect(one.body).toMatchObject({ address: null, place: { exact: false } });
    const distance = distanceMeters(one.body.place, { lat: 52.525, lng: 13.3694 });
    expect(distance).toBeGreaterThan(148);
    expect(distance).toBeLessThan(252);
  });

  it('keeps a private post to its author', async () => {
    const author = await posts.tokenFor('user');
    const { body } = await report(aReportRequest({ visibility: 'private' }), author);
    expect((await read(body.id, author)).status).toBe(200);
    expect((await read(body.id)).status).toBe(404);
    expect((await read(body.id, await posts.tokenFor('staff', { orgId: sequenceId(1) }))).status).toBe(404);
  });

  it("keeps an organization's post within it", async () => {
    const org = { orgId: sequenceId(1) };
    const { body } = await report(aReportRequest({ visibility: 'organization' }), await posts.tokenFor('staff', org));
    expect((await read(body.id, await posts.tokenFor('org_admin', org))).status).toBe(200);
    expect((await read(body.id, await posts.tokenFor('org_admin', { orgId: sequenceId(2) }))).status).toBe(404);
    expect((await read(body.id)).status).toBe(404);
  });
});
