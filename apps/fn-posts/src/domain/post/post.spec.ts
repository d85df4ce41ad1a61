import { describe, expect, it } from '@jest/globals';
import { aPost, aReport, anActor, anIdentity, NOON } from '../../../test/post.builder.ts';
import { Post } from './post.ts';

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
const org = '0198c0de-0000-7000-8000-0000000000f1';
const refusal = (code: string) => expect.objectContaining({ code });

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
    expect(events).toEqual([{ type: 'reported', post: post.state, by: anActor().userId, at: NOON }]);
  });

  it('knows what came in over a desk, and for which organization', () => {
    const { post } = aPost({ kind: 'found' }, {}, anActor({ orgId: org, isStaff: true }));
    expect(post.state).toMatchObject({ intake: 'desk', orgId: org });
  });

  it('expires after thirty days', () => {
    expect(aPost().post.state.expiresAt).toEqual(new Date('2026-03-31T12:00:00Z'));
  });

  it('names everything that cannot be right at once', () => {
    const report = aReport({
      category: 'bags.unicorn',
      radiusMeters: 5,
      location: { lat: 91, lng: 0, accuracyMeters: null, address: null },
      occurredFrom: minutes(20),
      occurredTo: minutes(10),
    });
    const paths = ['category', 'radiusMeters', 'location', 'occurredFrom', 'occurredTo'];
    expect(() => Post.report(report, anIdentity(), anActor(), NOON)).toThrow(
      expect.objectContaining({ code: 'post.invalid', fields: paths.map((path) => expect.objectContaining({ path })) }),
    );
  });

  it('forgives a clock that runs five minutes ahead, not six', () => {
    const ahead = (by: number) => ({ occurredFrom: minutes(-10), occurredTo: minutes(by) });
    expect(aPost(ahead(5)).events).toHaveLength(1);
    expect(() => aPost(ahead(6))).toThrow(refusal('post.invalid'));
  });
});

describe('resolving a post', () => {
  it('ends it in a new version, and says how, by whom and when', () => {
    const { post } = aPost();
    const events = post.resolve('returned', anActor(), minutes(1));
    expect(post.state).toMatchObject({ status: 'resolved', version: 2, updatedAt: minutes(1), expiresAt: null });
    expect(events).toEqual([
      { type: 'resolved', post: post.state, by: anActor().userId, at: minutes(1), resolution: 'returned' },
    ]);
  });

  it('is for its author and for the desk of its organization', () => {
    const desk = anActor({ userId: '0198c0de-0000-7000-8000-00000000000d', orgId: org, isStaff: true });
    const ofOrg = () => aPost({}, {}, anActor({ orgId: org })).post;
    expect(ofOrg().resolve('donated', desk, NOON)).toHaveLength(1);
    const others = [{ isStaff: false }, { orgId: '0198c0de-0000-7000-8000-0000000000f2' }, { orgId: null }];
    for (const other of others) {
      expect(() => ofOrg().resolve('donated', { ...desk, ...other }, NOON)).toThrow(refusal('post.not_yours'));
    }
  });

  it('happens once', () => {
    const { post } = aPost();
    post.resolve('returned', anActor(), NOON);
    expect(() => post.resolve('returned', anActor(), NOON)).toThrow(refusal('post.not_active'));
  });
});
