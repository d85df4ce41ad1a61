import { describe, expect, it } from '@jest/globals';
import { aPhoto } from '../../../test/photo.builder.ts';
import { aPost, anActor, NOON } from '../../../test/post.builder.ts';
import type { PhotoChange } from './photo-changes.ts';
import { MOST_PHOTOS } from './photo.ts';

const three = [aPhoto(), aPhoto(), aPhoto()] as const;
const ids = three.map(({ id }) => id);
const form = { name: '320', objectKey: 'public/p/320.webp', width: 240, height: 320 };

function changed(change: PhotoChange, photos = [...three], by = anActor()) {
  const { post } = aPost({}, {}, anActor(), { photos });
  const events = post.changePhotos(change, by, NOON);
  return { state: post.state, events, ids: post.state.photos.map(({ id }) => id) };
}

describe('the photos of a post', () => {
  it('grow by one at their end, in a version of which analyses are told', () => {
    const photo = aPhoto();
    const { state, events } = changed({ type: 'add', photo });
    expect(state).toMatchObject({ version: 2, photosVersion: 2, photos: [...three, photo] });
    expect(events).toMatchObject([{ type: 'photo_added', photo, position: 3 }]);
  });

  it('take one only once, and ten in all', () => {
    expect(changed({ type: 'add', photo: three[1] }).events).toEqual([]);
    const full = Array.from({ length: MOST_PHOTOS }, () => aPhoto());
    expect(() => changed({ type: 'add', photo: aPhoto() }, full)).toThrow(refusal('photo.too_many'));
    expect(changed({ type: 'add', photo: aPhoto() }, full.slice(1)).state.photos).toHaveLength(MOST_PHOTOS);
  });

  it('lose the one that is named, and say where it stood', () => {
    const { events, ...after } = changed({ type: 'remove', photoId: ids[1] ?? '', isNeeded: true });
    expect(after).toMatchObject({ ids: [ids[0], ids[2]], state: { photosVersion: 2 } });
    expect(events).toMatchObject([{ type: 'photo_removed', photo: three[1], position: 1 }]);
    expect(() => changed({ type: 'remove', photoId: aPhoto().id, isNeeded: false })).toThrow(
      refusal('photo.not_found'),
    );
  });

  it('keep the last one where the house demands one', () => {
    const last: PhotoChange = { type: 'remove', photoId: ids[0] ?? '', isNeeded: true };
    expect(() => changed(last, [three[0]])).toThrow(refusal('photo.last_needed'));
    expect(changed({ ...last, isNeeded: false }, [three[0]]).ids).toEqual([]);
  });

  it('stand in any order that names each once; whoever reads them is not made to read them again', () => {
    const photoIds = ids.toReversed();
    const { state, events, ids: after } = changed({ type: 'order', photoIds });
    expect({ after, version: state.version, photosVersion: state.photosVersion }).toEqual({
      after: photoIds,
      version: 2,
      photosVersion: 1,
    });
    expect(events).toMatchObject([{ type: 'edited', changed: ['photos'], reason: 'edited' }]);
    expect(changed({ type: 'order', photoIds: ids }).events).toEqual([]);
    const wrong = [ids.slice(1), [...ids, ids[0] ?? ''], [ids[0] ?? '', ids[0] ?? '', ids[1] ?? '']];
    for (const order of wrong)
      expect(() => changed({ type: 'order', photoIds: order })).toThrow(refusal('photo.order'));
  });

  it('have captions that can be changed and taken back', () => {
    const { state } = changed({ type: 'caption', photoId: ids[0] ?? '', caption: 'Front' });
    expect(state.photos.map(({ caption }) => caption)).toEqual(['Front', null, null]);
    expect(changed({ type: 'caption', photoId: ids[0] ?? '', caption: null }).events).toEqual([]);
  });

  it('are shown to everybody once they were redacted, each by itself', () => {
    const redacted = new Map([
      [ids[1] ?? '', [form]],
      [aPhoto().id, [form]],
      [ids[2] ?? '', []],
    ]);
    const { state, events } = changed({ type: 'show', version: 2, postVersion: 1, redacted });
    expect(state.photos.map(({ publicForms }) => publicForms.length)).toEqual([0, 1, 0]);
    expect(events).toMatchObject([{ type: 'edited', changed: ['photos'], reason: 'photos_redacted' }]);
    expect(changed({ type: 'show', version: 2, postVersion: 1, redacted }, [...state.photos]).events).toEqual([]);
    const older = new Map([[ids[1] ?? '', [{ ...form, objectKey: 'public/older/320.webp' }]]]);
    expect(changed({ type: 'show', version: 1, postVersion: 1, redacted: older }, [...state.photos]).events).toEqual(
      [],
    );
    expect(
      changed({ type: 'show', version: 3, postVersion: 1, redacted: older }, [...state.photos]).events,
    ).toHaveLength(1);
  });

  it('are taken back from everybody when a newer analysis says that nobody may see them any more', () => {
    const show = (version: number, forms: (typeof form)[]): PhotoChange => ({
      type: 'show',
      version,
      postVersion: 1,
      redacted: new Map([[ids[1] ?? '', forms]]),
    });
    const { state } = changed(show(2, [form]));
    expect(changed(show(1, []), [...state.photos]).events).toEqual([]);
    const { state: hidden, events } = changed(show(3, []), [...state.photos]);
    expect(hidden.photos.map(({ publicForms }) => publicForms.length)).toEqual([0, 0, 0]);
    expect(events).toMatchObject([{ type: 'edited', changed: ['photos'], reason: 'photos_redacted' }]);
    expect(changed(show(2, [form]), [...hidden.photos]).events).toEqual([]);
  });

  it('of a closed post can be captioned and removed, and neither added nor put in order', () => {
    const { post } = aPost({}, {}, anActor(), { photos: [...three] });
    post.resolve('returned', null, anActor(), NOON);
    const change = (photoChange: PhotoChange) => () => post.changePhotos(photoChange, anActor(), NOON);
    expect(change({ type: 'add', photo: aPhoto() })).toThrow(refusal('post.not_editable'));
    expect(change({ type: 'order', photoIds: ids.toReversed() })).toThrow(refusal('post.not_editable'));
    expect(change({ type: 'remove', photoId: ids[0] ?? '', isNeeded: false })()).toHaveLength(1);
  });
});

function refusal(code: string): unknown {
  return expect.objectContaining({ code });
}
