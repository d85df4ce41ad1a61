import { describe, expect, it } from '@jest/globals';
import { goldenExample } from '../test/golden-examples.ts';
import { keyOf } from './key-of.ts';

describe('the key of an event', () => {
  it('is the field that the catalog names for its topic, or for the event alone', () => {
    const post = goldenExample('post.created');
    const organization = goldenExample('organization.created');
    const match = goldenExample('claim.opened');
    expect(keyOf('post.created', post)).toBe(post.postId);
    expect(keyOf('organization.created', organization)).toBe(organization.organizationId);
    expect(keyOf('claim.opened', match)).toBe(match.matchId);
  });

  it.each([undefined, '', 7])('is missed by the name of its field: %p', (postId) => {
    const keyless = { ...goldenExample('post.created'), postId: postId as string };
    expect(() => keyOf('post.created', keyless)).toThrow('An event post.created needs its key, the field postId');
  });
});
