import { describe, expect, it } from '@jest/globals';
import { aPost, anActor, NOON } from '../../../test/post.builder.ts';
import { DEFAULT_HOUSE_RULES } from './house-rules.ts';

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 1440);
const org = '0198c0de-0000-7000-8000-0000000000f1';
const refusal = (code: string) => expect.objectContaining({ code });
const desk = anActor({ userId: '0198c0de-0000-7000-8000-00000000000d', orgId: org, isStaff: true });

describe('reporting an item', () => {
  it('makes an active post in its first version, and says who reported it and when', () => {
    const { post, events } = aPost();
    expect(post.state).toMatchObject({
      version: 1,
      status: 'active',
      createdAt: NOON,
      updatedAt: NOON,
      intake: 'self',
    });
    expect(events).toEqual([{ type: 'reported', batchId: null, post: post.state, by: anActor().userId, at: NOON }]);
  });

  it('knows what came in over a desk, and for which organization', () => {
    const { post } = aPost({ kind: 'found' }, {}, anActor({ orgId: org, isStaff: true }));
    expect(post.state).toMatchObject({ intake: 'desk', orgId: org });
  });

  it.each([
    [30, days(30)],
    [2, days(2)],
    [0, null],
  ])('expires after the %d days that the organization gives it', (expiryDays, expiresAt) => {
    const { post } = aPost({}, {}, anActor(), { house: { ...DEFAULT_HOUSE_RULES, expiryDays } });
    expect(post.state.expiresAt).toEqual(expiresAt);
  });

  it('names everything that cannot be right at once', () => {
    const report = {
      category: 'bags.unicorn',
      radiusMeters: 5,
      location: { lat: 91, lng: 0, accuracyMeters: null, address: null },
      occurredFrom: minutes(20),
      occurredTo: minutes(10),
    };
    const paths = ['category', 'radiusMeters', 'location', 'occurredFrom', 'occurredTo'];
    expect(() => aPost(report)).toThrow(
      expect.objectContaining({ code: 'post.invalid', fields: paths.map((path) => expect.objectContaining({ path })) }),
    );
  });

  it('forgives a clock that runs five minutes ahead, not six', () => {
    const ahead = (by: number) => ({ occurredFrom: minutes(-10), occurredTo: minutes(by) });
    expect(aPost(ahead(5)).events).toHaveLength(1);
    expect(() => aPost(ahead(6))).toThrow(refusal('post.invalid'));
  });

  it('keeps the rules of the house: a photo of what was found, and nothing while it is closed', () => {
    const house = { ...DEFAULT_HOUSE_RULES, photoRequired: true };
    expect(aPost({ kind: 'lost' }, {}, desk, { house }).events).toHaveLength(1);
    expect(() => aPost({ kind: 'found' }, {}, desk, { house })).toThrow(refusal('post.invalid'));
    const closed = { house: { ...DEFAULT_HOUSE_RULES, isOpen: false } };
    expect(() => aPost({}, {}, desk, closed)).toThrow(refusal('organization.closed'));
  });
});

describe('resolving a post', () => {
  it('ends it in a new version, and says how, by whom and when', () => {
    const { post } = aPost();
    const events = post.resolve('returned', null, anActor(), minutes(1));
    expect(post.state).toMatchObject({ status: 'resolved', version: 2, updatedAt: minutes(1), expiresAt: null });
    const how = { resolution: 'returned', handover: null };
    expect(events).toEqual([{ type: 'resolved', post: post.state, by: anActor().userId, at: minutes(1), ...how }]);
  });

  it('happens once', () => {
    const { post } = aPost();
    post.resolve('returned', null, anActor(), NOON);
    expect(() => post.resolve('returned', null, anActor(), NOON)).toThrow(refusal('post.already_resolved'));
  });
});

describe('a post over time', () => {
  it('tells three days before it expires, once, and then expires at its hour', () => {
    const { post } = aPost();
    expect(post.pass(days(26.9))).toEqual([]);
    expect(post.pass(days(27))).toMatchObject([{ type: 'expiring', expiresAt: days(30), by: null }]);
    expect(post.pass(days(29))).toEqual([]);
    expect(post.pass(days(31))).toMatchObject([{ type: 'expired', expiresAt: days(30), by: null }]);
    expect(post.pass(days(40))).toEqual([]);
  });

  it('expires without a notice that comes too late to be one', () => {
    expect(aPost().post.pass(days(30))).toMatchObject([{ type: 'expired' }]);
  });

  it('tells half-way through a life that is shorter than the notice', () => {
    const { post } = aPost({}, {}, anActor(), { house: { ...DEFAULT_HOUSE_RULES, expiryDays: 2 } });
    expect(post.pass(days(0.9))).toEqual([]);
    expect(post.pass(days(1))).toMatchObject([{ type: 'expiring' }]);
  });

  it('tells again of the next expiry when it was reactivated', () => {
    const { post } = aPost();
    post.pass(days(30));
    post.reactivate(DEFAULT_HOUSE_RULES, anActor(), days(40));
    expect(post.pass(days(67))).toMatchObject([{ type: 'expiring', expiresAt: days(70) }]);
  });

  it('that never expires is never told of', () => {
    const { post } = aPost({}, {}, anActor(), { house: { ...DEFAULT_HOUSE_RULES, expiryDays: 0 } });
    expect(post.pass(days(4000))).toEqual([]);
  });
});

describe('deleting a post', () => {
  it.each([
    ['its author', anActor({ orgId: org }), 'author'],
    ['the desk', desk, 'staff'],
  ] as const)('says that %s did it', (_who, by, reason) => {
    const { post } = aPost({}, {}, anActor({ orgId: org }));
    expect(post.delete(by, NOON)).toMatchObject([{ type: 'deleted', reason, previousStatus: 'active' }]);
  });
});
