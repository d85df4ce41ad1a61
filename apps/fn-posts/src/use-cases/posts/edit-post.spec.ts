import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { InMemoryPosts } from '../../../test/fakes/in-memory-posts.ts';
import { aPost, anActor, anIdentity, NOON } from '../../../test/post.builder.ts';
import { EditPost } from './edit-post.ts';
import { ANY_VERSION } from './expected-version.ts';

const author = anActor();
const other = anActor({ userId: '0198c0de-0000-7000-8000-00000000000b' });
const PROOF = { proof: [{ question: 'Which sticker?', answer: 'a whale' }] };
const STALE = {
  assertCurrent: () => {
    throw new Error('stale');
  },
};

async function withKeysAway() {
  const posts = new InMemoryPosts();
  const { post, events } = aPost({}, {}, author);
  await posts.add(post, events, author, undefined);
  const sealer = {
    seal: async () => {
      throw new Error('the keys are away');
    },
  };
  const screen = { screen: (text: string) => ({ text, masked: [] }) };
  const identities = { next: () => anIdentity(), publicPlaceOf: () => ({ lat: 0, lng: 0 }) };
  return { id: post.state.id, editPost: new EditPost(posts, screen, sealer, identities, new FakeClock(NOON)) };
}

describe('editing the secrets of a post while the keys are away', () => {
  it('is refused for what it would be refused for anyway', async () => {
    const { id, editPost } = await withKeysAway();
    const nowhere = '0198c0de-0000-7000-8000-0000000000ff';
    await expect(editPost.run(nowhere, PROOF, author, ANY_VERSION)).rejects.toMatchObject({ code: 'post.not_found' });
    await expect(editPost.run(id, PROOF, other, ANY_VERSION)).rejects.toMatchObject({ code: 'post.not_found' });
    await expect(editPost.run(id, PROOF, author, STALE)).rejects.toThrow('stale');
    await expect(editPost.run(id, PROOF, author, ANY_VERSION)).rejects.toThrow('the keys are away');
  });

  it('does not keep the rest from being edited', async () => {
    const { id, editPost } = await withKeysAway();
    const { post } = await editPost.run(id, { title: 'Red backpack' }, author, ANY_VERSION);
    expect(post).toMatchObject({ title: 'Red backpack', version: 2 });
  });
});
