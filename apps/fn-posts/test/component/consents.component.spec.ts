import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { eventMessage } from '@foundnow/messaging';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { ConsentsResponse } from '../../src/inbound/http/privacy/consents.response.ts';
import { fnPosts } from '../../src/service.ts';
import { type ContactPlay, contactPlay, GIVEN } from '../contact-play.ts';
import { type PostsUnderTest, startPosts } from '../start-posts.ts';

let posts: PostsUnderTest;
let play: ContactPlay;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
});
afterAll(() => posts.stop());

const consentsOf = async (as: string, query = '') =>
  (await call<ConsentsResponse>(posts, `GET /privacy/consents${query}`, { as })).body;
const decided = (purpose: string, granted: boolean, day: number) => ({
  purpose,
  granted,
  policyVersion: '2026-01',
  decidedAt: Date.UTC(2026, 0, day),
});

describe('the consents of an account', () => {
  const accountAt = (userId: string, aggregateVersion: number, consents: EventMap['user.updated']['consents']) =>
    eventMessage('user.updated', { ...goldenExample('user.updated'), userId, aggregateVersion, consents }, '/spec');
  const seen = async (as: string) =>
    (await consentsOf(as)).items.map(({ purpose, granted, stands }) => [purpose, granted, stands]);

  it('are noted decision by decision, each once, and the last word stands in whichever order they come', async () => {
    const { userId, token } = await play.somebody();
    const first = [decided('news', true, 1), decided('area_alerts', true, 1)];
    const later = [decided('news', false, 9), decided('area_alerts', true, 1)];
    await posts.bus.publish([accountAt(userId, 2, later), accountAt(userId, 1, first), accountAt(userId, 2, later)]);
    const expected = [
      ['news', false, true],
      ['area_alerts', true, true],
      ['news', true, false],
    ];
    await eventually(async () => expect(new Set(await seen(token))).toEqual(new Set(expected)));
    await fnPosts.replay(posts.env, new AbortController().signal);
    expect(await seen(token)).toHaveLength(3);
    const { items } = await consentsOf(token);
    expect(items[0]).toMatchObject({ policyVersion: '2026-01', decidedAt: '2026-01-09T00:00:00.000Z' });
  });

  it('are shown to her alone, page by page, and under her cursor only', async () => {
    const [her, other] = [await play.somebody(), await play.somebody()];
    const consents = Array.from({ length: 5 }, (_, i) => decided(`purpose_${i}`, true, i + 1));
    await posts.bus.publish([accountAt(her.userId, 1, consents)]);
    await eventually(async () => expect((await consentsOf(her.token)).items).toHaveLength(5));
    const pages: string[] = [];
    for (let cursor = ''; ;) {
      const page = await consentsOf(her.token, `?limit=2${cursor}`);
      pages.push(page.items.map(({ purpose }) => purpose.at(-1)).join(''));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
      expect(await consentsOf(other.token, `?limit=2${cursor}`)).toMatchObject({ code: 'cursor.invalid' });
    }
    expect(pages).toEqual(['43', '21', '0']);
    expect((await consentsOf(other.token)).items).toEqual([]);
  });
});

describe('letting somebody see contact data', () => {
  const aboutContact = async (id: string) =>
    (await consentsOf(play.owner)).items.filter(({ evidenceId }) => evidenceId === id);

  it('is a consent of who gives it, for these fields until then', async () => {
    const { id, asker } = await play.exchange({ ...GIVEN, contact: { email: 'owner@example.org' } });
    const { expiresAt } = await play.read(id, play.owner);
    expect(await aboutContact(id)).toMatchObject([
      { purpose: 'contact_exchange', granted: true, fields: ['email'], validUntil: expiresAt, stands: true },
    ]);
    await play.reveal(id, asker);
    expect(await aboutContact(id)).toHaveLength(1);
    expect((await consentsOf(asker)).items).toEqual([]);
  });

  it('ends when it was seen once, also where who saw it ends it', async () => {
    const { id, asker } = await play.exchange({ ...GIVEN, singleUse: true });
    expect((await play.reveal(id, asker)).status).toBe(200);
    const items = await aboutContact(id);
    expect(items.map(({ granted, stands }) => [granted, stands])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('is none where it was denied or withdrawn before', async () => {
    const [denied, cancelled] = [await play.exchange(), await play.exchange()];
    await play.act(denied.id, 'deny', play.owner, { reason: 'not_owner' });
    await play.act(cancelled.id, 'cancel', cancelled.asker);
    expect([...(await aboutContact(denied.id)), ...(await aboutContact(cancelled.id))]).toEqual([]);
  });
});
