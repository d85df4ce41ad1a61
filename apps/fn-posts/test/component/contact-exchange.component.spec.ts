import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { eventMessage } from '@foundnow/messaging';
import { call } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import type { ContactsResponse } from '../../src/inbound/http/contact/contact.response.ts';
import { CONTACT, type ContactPlay, contactPlay, GIVEN } from '../contact-play.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let play: ContactPlay;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
});
afterAll(() => posts.stop());

describe('a contact exchange', () => {
  it('is seen by its two people alone, each on her side', async () => {
    const { id, asker } = await play.exchange(GIVEN);
    const others = [
      (await play.somebody()).token,
      await posts.tokenFor('staff', { orgId: sequenceId(4) }),
      await posts.tokenFor('admin'),
    ];
    for (const other of others) {
      expect(await play.read(id, other)).toMatchObject({ status: 404, code: 'contact.not_found' });
      for (const [how, body] of [
        ['approve', GIVEN],
        ['deny', { reason: 'other' }],
        ['cancel'],
        ['reveal', {}],
      ] as const) {
        expect((await play.act(id, how, other, body)).status).toBe(404);
      }
    }
    expect(await play.act(id, 'cancel', play.owner)).toMatchObject({
      status: 403,
      body: { code: 'contact.other_side' },
    });
    expect(await play.reveal(id, play.owner)).toMatchObject({ status: 403, body: { code: 'contact.other_side' } });
    expect((await play.act(id, 'deny', asker, { reason: 'other' })).status).toBe(403);
  });

  it('is listed on each side, page by page', async () => {
    const me = await play.somebody();
    const asked: string[] = [];
    for (let n = 0; n < 3; n += 1) asked.push((await play.ask((await play.report()).id, me.token)).body.id);
    const list = async (query: string, as: string) =>
      (await call<ContactsResponse>(posts, `GET /contact-exchanges?${query}`, { as })).body;
    const first = await list('role=requester&limit=2', me.token);
    const second = await list(`role=requester&limit=2&cursor=${first.nextCursor}`, me.token);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(asked.toReversed());
    expect(second.nextCursor).toBeNull();
    expect((await list('role=owner', me.token)).items).toEqual([]);
    const mine = await list('role=owner&status=pending&limit=3', play.owner);
    expect(mine.items.map(({ id }) => id)).toEqual(asked.toReversed());
  });

  it('that waits is closed when its post is', async () => {
    const resolved = await play.exchange();
    const deleted = await play.exchange();
    const headers = { 'if-match': '*' };
    const body = { resolution: 'returned' };
    await call(posts, `POST /posts/${resolved.post.id}/resolve`, { as: play.owner, headers, body });
    await call(posts, `DELETE /posts/${deleted.post.id}`, { as: play.owner, headers });
    expect((await play.told('contact.denied', resolved.id))[0]).toMatchObject({
      reason: 'post_resolved',
      actorId: null,
    });
    expect((await play.told('contact.expired', deleted.id))[0]).toMatchObject({ previousStatus: 'pending' });
    expect(await play.read(resolved.id, resolved.asker)).toMatchObject({
      status: 'denied',
      denialReason: 'post_resolved',
    });
  });

  it('is opened by a verified claim, once, however often that is told', async () => {
    const me = await play.somebody();
    const lost = await play.report({}, me.token);
    const found = await play.report({ kind: 'found', visibility: 'private' });
    const example = goldenExample('claim.verified');
    const claim = {
      ...example,
      matchId: crypto.randomUUID(),
      claimId: crypto.randomUUID(),
      claimantId: me.userId,
      lost: { ...example.lost, postId: lost.id, authorId: me.userId },
      found: { ...example.found, postId: found.id, authorId: play.ownerId },
    };
    const message = eventMessage('claim.verified', claim, '/foundnow/spec');
    await posts.bus.publish([message, message]);
    await posts.bus.publish([eventMessage('claim.verified', { ...claim, aggregateVersion: 99 }, '/foundnow/spec')]);
    const mine = async () =>
      (await call<ContactsResponse>(posts, 'GET /contact-exchanges?role=requester', { as: me.token })).body.items;
    await eventually(async () => expect(await mine()).toHaveLength(1));
    const [opened] = await mine();
    expect(opened).toMatchObject({ openedBy: 'claim', claimId: claim.claimId, postId: found.id, status: 'pending' });
    const [event] = await play.told('contact.requested', opened?.id ?? '');
    expect(event).toMatchObject({ ownerId: play.ownerId, requesterId: me.userId, actorId: null, sealedMessage: null });
    expect((await play.act(opened?.id ?? '', 'approve', play.owner, GIVEN)).status).toBe(200);
    expect((await play.reveal(opened?.id ?? '', me.token)).body.contact).toEqual(CONTACT);
  });
});
