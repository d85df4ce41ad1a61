import { describe, expect, it } from '@jest/globals';
import { aPost, anActor, NOON, SEALED } from '../../../test/post.builder.ts';
import type { PostEdit } from './editing.ts';

const author = anActor();
const places = () => ({ lat: 1, lng: 2 });
const stay = () => aPost().post.state.publicPlace;
const refusal = (code: string) => expect.objectContaining({ code });

describe('editing a post', () => {
  it('tells which fields differ, and nothing when none does', () => {
    const { post } = aPost();
    const { title, attributes } = post.state;
    expect(post.edit({ title, attributes: { ...attributes } }, places, author, NOON)).toEqual([]);
    const events = post.edit({ title: 'Red backpack', radiusMeters: 1000 }, places, author, NOON);
    expect(events).toMatchObject([{ type: 'edited', changed: ['title'], reason: 'edited', post: { version: 2 } }]);
  });

  it('moves the public place only where it is another one for the new place', () => {
    const near = { lat: 52.5251, lng: 13.3694, accuracyMeters: null, address: null };
    expect(aPost().post.edit({ location: near }, stay, author, NOON)).toMatchObject([{ changed: ['location'] }]);
    expect(aPost().post.edit({ location: near }, places, author, NOON)).toMatchObject([
      { changed: ['location', 'publicPlace'], post: { publicPlace: { lat: 1, lng: 2 } } },
    ]);
  });

  it('holds the whole post to the rules, not what changed alone', () => {
    const after = { occurredFrom: new Date(aPost().post.state.occurredTo.getTime() + 1) };
    expect(() => aPost().post.edit(after, places, author, NOON)).toThrow(refusal('post.invalid'));
  });

  it('keeps the ciphertext of identifiers that stay the same, and takes proofs as new', () => {
    const { post } = aPost({}, {}, author, { secrets: SEALED });
    const again: PostEdit = { ...SEALED, sealedIdentifiers: 'other', sealedProof: 'other' };
    expect(post.edit(again, places, author, NOON)).toMatchObject([{ changed: ['proofQuestions'] }]);
    expect(post.state).toMatchObject({ sealedIdentifiers: 'sealed.identifiers', sealedProof: 'other' });
  });

  it('takes identifiers and proofs away', () => {
    const { post } = aPost({}, {}, author, { secrets: SEALED });
    const none: PostEdit = { identifiers: [], sealedIdentifiers: null, proofQuestions: [], sealedProof: null };
    post.edit(none, places, author, NOON);
    expect(post.state).toMatchObject({
      identifiers: [],
      sealedIdentifiers: null,
      proofQuestions: [],
      sealedProof: null,
    });
    expect(post.edit(none, places, author, NOON)).toEqual([]);
  });

  it('of a closed post lets its author take text back and hide it, and nothing else', () => {
    const closed = () => {
      const { post } = aPost();
      post.resolve('returned', null, author, NOON);
      return post;
    };
    expect(
      closed().edit({ title: 'Backpack', description: '', visibility: 'private' }, places, author, NOON),
    ).toHaveLength(1);
    const move = { location: { lat: 0, lng: 0, accuracyMeters: null, address: null } };
    expect(() => closed().edit(move, places, author, NOON)).toThrow(refusal('post.not_editable'));
  });
});
