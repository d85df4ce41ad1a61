import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { CONTACT, type ContactPlay, contactPlay, GIVEN } from '../contact-play.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let play: ContactPlay;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
});
afterAll(() => posts.stop());

describe('the answer', () => {
  it('is shown to who asked as often as she likes, each time noted and told', async () => {
    const { id, asker, askerId } = await play.exchange(GIVEN);
    expect(await play.read(id, asker)).toMatchObject({ status: 'approved', approvedFields: ['email', 'phone'] });
    for (const count of [1, 2]) {
      const { status, headers, body } = await play.reveal(id, asker);
      expect({ status, contact: body.contact, count: body.revealCount }).toEqual({
        status: 200,
        contact: CONTACT,
        count,
      });
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    const events = await play.told('contact.revealed', id, 2);
    expect(events.map(({ revealCount, aggregateVersion }) => [revealCount, aggregateVersion])).toEqual([
      [1, 3],
      [2, 4],
    ]);
    const { rows } = await withClient(posts.database.adminUrl, (client) =>
      client.query('select actor, action from posts.audit_entries where subject = $1 order by id', [
        `contact-exchange/${id}`,
      ]),
    );
    expect(rows).toEqual([
      { actor: askerId, action: 'contact.requested' },
      { actor: play.ownerId, action: 'contact.approved' },
      { actor: askerId, action: 'contact.revealed' },
      { actor: askerId, action: 'contact.revealed' },
    ]);
  });

  it('that opens once is seen once by 32 who come at once, and nothing of it stays', async () => {
    const { id, asker } = await play.exchange({ ...GIVEN, contact: { email: CONTACT.email }, singleUse: true });
    const answers = await Promise.all(Array.from({ length: 32 }, () => play.reveal(id, asker)));
    const seen = answers.filter(({ status }) => status === 200);
    expect(seen.map(({ body }) => body.contact)).toEqual([{ email: CONTACT.email }]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await play.read(id, asker)).toMatchObject({ status: 'revealed', revealCount: 1, message: null });
    await play.told('contact.revealed', id);
    const rows = await withClient(posts.database.adminUrl, async (client) => ({
      exchange: (await client.query('select envelope, token_hash from posts.contact_exchange where id = $1', [id]))
        .rows,
      key: (
        await client.query('select wrapped_key from posts.person_data_keys where person_id = $1', [
          `contact-exchange/${id}`,
        ])
      ).rows,
      token: (
        await client.query('select used_at is not null as used from posts.single_use_tokens where subject = $1', [id])
      ).rows,
    }));
    expect(rows).toEqual({
      exchange: [{ envelope: null, token_hash: null }],
      key: [{ wrapped_key: null }],
      token: [{ used: true }],
    });
  });

  it('comes with the token of a link, which opens no other exchange', async () => {
    const { id, asker } = await play.exchange({ ...GIVEN, singleUse: true });
    const [event] = await play.told('contact.approved', id);
    const place = { topic: 'posts.events', field: 'sealedRevealToken', subject: id };
    const token = await posts.notificationsOpener.open(event?.sealedRevealToken ?? '', place);
    const other = await play.exchange({ ...GIVEN, singleUse: true });
    expect(await play.reveal(other.id, other.asker, { token })).toMatchObject({
      status: 404,
      body: { code: 'contact.wrong_token' },
    });
    expect((await play.reveal(id, asker, { token })).body.contact).toEqual(CONTACT);
  });

  it('can be a refusal, and the question can be taken back before', async () => {
    const denied = await play.exchange();
    expect((await play.act(denied.id, 'deny', play.owner, { reason: 'suspicious' })).body).toMatchObject({
      status: 'denied',
      denialReason: 'suspicious',
    });
    const cancelled = await play.exchange();
    expect((await play.act(cancelled.id, 'cancel', cancelled.asker)).body).toMatchObject({
      status: 'cancelled',
      message: null,
    });
    expect((await play.told('contact.denied', denied.id))[0]).toMatchObject({
      reason: 'suspicious',
      actorId: play.ownerId,
    });
    expect((await play.told('contact.cancelled', cancelled.id))[0]).toMatchObject({ actorId: cancelled.askerId });
    expect(await play.act(cancelled.id, 'approve', play.owner, GIVEN)).toMatchObject({
      status: 409,
      body: { code: 'contact.state' },
    });
    expect((await play.reveal(denied.id, denied.asker)).status).toBe(409);
  });

  it('belongs to one version of the question: of two answers one is 412', async () => {
    const { id } = await play.exchange();
    const answers = await Promise.all([
      play.act(id, 'approve', play.owner, GIVEN, '"1"'),
      play.act(id, 'deny', play.owner, { reason: 'other' }, '"1"'),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const { status } = await call(posts, `POST /contact-exchanges/${id}/cancel`, { as: play.owner });
    expect(status).toBe(428);
  });
});
