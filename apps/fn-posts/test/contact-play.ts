import { expect } from '@jest/globals';
import type { EventName } from '@foundnow/contracts';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type {
  ContactResponse,
  RequestedContactResponse,
  RevealedContactResponse,
} from '../src/inbound/http/contact/contact.response.ts';
import type { WrittenPostResponse } from '../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from './report-request.builder.ts';
import type { PostsUnderTest } from './start-posts.ts';

export const CONTACT = { email: 'owner@example.org', phone: '+49 30 5550100' };
export const GIVEN = { contact: CONTACT, validForHours: 24, singleUse: false };

/** What two people do with each other, through the API. */
export async function contactPlay(posts: PostsUnderTest) {
  const somebody = async () => {
    const userId = crypto.randomUUID();
    return { userId, token: await posts.tokenFor('user', { userId }) };
  };
  const { token: owner, userId: ownerId } = await somebody();
  const report = async (different: object = {}, as = owner) =>
    (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ ...different }) })).body;
  const ask = (postId: string, as: string, different: object = {}, headers = {}) =>
    call<RequestedContactResponse & { code?: string }>(posts, 'POST /contact-exchanges', {
      as,
      body: { postId, message: 'It is mine.', ...different },
      headers,
    });
  const act = <T = ContactResponse>(id: string, how: string, as: string, body?: object, ifMatch = '*') =>
    call<T & { code?: string }>(posts, `POST /contact-exchanges/${id}/${how}`, {
      as,
      headers: how === 'reveal' ? {} : { 'if-match': ifMatch },
      ...(body && { body }),
    });
  const read = async (id: string, as: string) =>
    (await call<ContactResponse & { code?: string }>(posts, `GET /contact-exchanges/${id}`, { as })).body;
  return {
    owner,
    ownerId,
    somebody,
    report,
    ask,
    act,
    read,
    reveal: (id: string, as: string, body = {}) => act<RevealedContactResponse>(id, 'reveal', as, body),
    /** What was told of an exchange, once it was told so often. */
    told: async <N extends Extract<EventName, `contact.${string}`>>(name: N, id: string, times = 1) =>
      eventually(async () => {
        const found = (await readEvents(posts.bus, name)).filter(({ payload }) => payload.exchangeId === id);
        expect(found).toHaveLength(times);
        return found.map(({ payload }) => payload);
      }),
    /** Somebody asked about a post, and was answered where something is given. */
    exchange: async (given?: object) => {
      const asker = await somebody();
      const post = await report();
      const { id } = (await ask(post.id, asker.token)).body;
      if (given) await act(id, 'approve', owner, given);
      return { id, post, asker: asker.token, askerId: asker.userId };
    },
  };
}

export type ContactPlay = Awaited<ReturnType<typeof contactPlay>>;
