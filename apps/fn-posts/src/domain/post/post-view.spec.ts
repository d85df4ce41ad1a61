import { describe, expect, it } from '@jest/globals';
import { aPost, anActor } from '../../../test/post.builder.ts';
import { viewOf } from './post-view.ts';

const org = '0198c0de-0000-7000-8000-0000000000f1';
const other = anActor({ userId: '0198c0de-0000-7000-8000-00000000000b' });
const { post } = aPost({}, {}, anActor({ orgId: org }));

describe('what a viewer sees of a post', () => {
  it.each([
    ['its author', anActor(), true],
    ['its author in another organization', anActor({ orgId: null }), true],
    ['somebody of its organization', { ...other, orgId: org }, true],
    ['somebody else', other, false],
    ['somebody of another organization', { ...other, orgId: '0198c0de-0000-7000-8000-0000000000f2' }, false],
    ['a stranger', null, false],
  ])('%s: exact or veiled', (_who, viewer, exact) => {
    const view = viewOf(post.state, viewer);
    expect(view).toMatchObject(
      exact
        ? { exact, place: { lat: 52.525, lng: 13.3694 }, address: 'Main station, platform 7', radiusMeters: 1000 }
        : { exact, place: post.state.publicPlace, address: null, radiusMeters: 1400 },
    );
  });

  it('holds nothing of the true place and nobody’s id when it is veiled', () => {
    const text = JSON.stringify(viewOf(post.state, null));
    for (const secret of ['52.525', '13.3694', 'platform 7"', anActor().userId, org]) {
      expect(text.replace('Left on the bench at platform 7.', '')).not.toContain(secret);
    }
  });

  it('takes a post of no organization for nobody’s but its author’s', () => {
    expect(viewOf(aPost().post.state, { ...other, orgId: null }).exact).toBe(false);
  });
});
