import { describe, expect, it } from '@jest/globals';
import { aPost, anActor, anAnalysis, NOON, SEALED } from '../../../test/post.builder.ts';
import { closenessOf, viewOf } from './post-view.ts';

const org = '0198c0de-0000-7000-8000-0000000000f1';
const other = anActor({ userId: '0198c0de-0000-7000-8000-00000000000b' });
const { post } = aPost({}, {}, anActor({ orgId: org }), { secrets: SEALED });
post.takeAnalysis(anAnalysis(), NOON);

describe('what a viewer sees of a post', () => {
  it.each([
    ['its author', anActor(), 'author'],
    ['its author in another organization', anActor({ orgId: null }), 'author'],
    ['somebody of its organization', { ...other, orgId: org }, 'organization'],
    ['somebody else', other, 'stranger'],
    ['somebody of another organization', { ...other, orgId: '0198c0de-0000-7000-8000-0000000000f2' }, 'stranger'],
    ['a stranger', null, 'stranger'],
  ])('%s: exact or veiled', (_who, viewer, closeness) => {
    expect(closenessOf(post.state, viewer)).toBe(closeness);
    const view = viewOf(post.state, closenessOf(post.state, viewer));
    expect(view).toMatchObject(
      closeness !== 'stranger'
        ? { exact: true, place: { lat: 52.525, lng: 13.3694 }, address: 'Main station, platform 7', radiusMeters: 1000 }
        : { exact: false, place: post.state.publicPlace, address: null, radiusMeters: 1400, inner: null },
    );
  });

  it('shows the place to a party of a verified claim, and no more than that', () => {
    const view = viewOf(post.state, closenessOf(post.state, other, true));
    expect(view).toMatchObject({ exact: true, inner: null });
  });

  it('shows the questions of the proof to their author alone, and what is sealed to nobody', () => {
    const questions = (viewer: Parameters<typeof closenessOf>[1]) =>
      viewOf(post.state, closenessOf(post.state, viewer)).inner?.proofQuestions;
    expect(questions(anActor())).toEqual(SEALED.proofQuestions);
    expect(questions({ ...other, orgId: org, isStaff: true })).toBeNull();
    const text = JSON.stringify(viewOf(post.state, 'author'));
    for (const secret of ['sealed.', 'JDUhga2NOa45E01b', 'identifiers-1']) expect(text).not.toContain(secret);
  });

  it('holds nothing of the true place and nobody’s id when it is veiled', () => {
    const text = JSON.stringify(viewOf(post.state, 'stranger'));
    for (const secret of ['52.525', '13.3694', 'platform 7"', anActor().userId, org]) {
      expect(text.replace('Left on the bench at platform 7.', '')).not.toContain(secret);
    }
  });

  it('takes a post of no organization for nobody’s but its author’s', () => {
    expect(closenessOf(aPost().post.state, { ...other, orgId: null })).toBe('stranger');
  });
});
