import { describe, expect, it } from '@jest/globals';
import { aContact, anApproval, OWNER, REQUESTER } from '../../../test/contact.builder.ts';
import { aPost, anActor, NOON } from '../../../test/post.builder.ts';
import { assertMayBeAsked, ContactExchange } from './contact-exchange.ts';

const LATER = new Date('2026-03-01T13:00:00Z');

describe('a contact exchange of which one side is erased', () => {
  it.each([
    ['owner', OWNER, { ownerId: null, requesterId: REQUESTER, post: { title: '' } }],
    ['requester', REQUESTER, { ownerId: OWNER, requesterId: null, post: { title: 'Blue backpack' } }],
  ])('ends while it is open, and names the %s no more', (_, person, left) => {
    const exchange = aContact();
    const [event] = exchange.forget(person, LATER);
    expect(event).toMatchObject({ type: 'expired', previousStatus: 'pending', by: null, exchange: left });
    expect(exchange.state).toMatchObject({ ...left, status: 'expired', message: null, sealed: null });
  });

  it('lets go of what was given', () => {
    const exchange = aContact();
    exchange.approve(anApproval(NOON), OWNER, NOON);
    expect(exchange.forget(REQUESTER, LATER)).toMatchObject([{ type: 'expired', previousStatus: 'approved' }]);
    expect(exchange.state).toMatchObject({ sealed: null, requesterId: null });
  });

  it('that is over stays what it was, and tells nothing', () => {
    const exchange = aContact();
    exchange.cancel(REQUESTER, NOON);
    const { version } = exchange.state;
    expect(exchange.forget(OWNER, LATER)).toEqual([]);
    expect(exchange.state).toMatchObject({ version, status: 'cancelled', ownerId: null, post: { title: '' } });
  });

  it('is not begun where nobody is left to be asked', () => {
    const { post } = aPost({}, {}, anActor({ userId: OWNER }));
    const orphan = { ...post.state, authorId: null };
    expect(() => assertMayBeAsked(orphan, REQUESTER)).toThrow(/no longer here/);
    const claim = { id: 'x', requesterId: REQUESTER, matchId: 'm', claimId: 'c' };
    expect(ContactExchange.byClaim(orphan, claim, NOON)).toBeNull();
  });
});
