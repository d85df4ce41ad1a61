import { lastPhotoNeeded, photoNotFound } from './photo-errors.ts';
import type { Photo } from './photo.ts';
import { added, ordered, shown, type ShownPhotos } from './photo-lists.ts';

/** What may happen to the photos of a post. */
export type PhotoChange =
  | { readonly type: 'add'; readonly photo: Photo }
  | { readonly type: 'remove'; readonly photoId: string; readonly isNeeded: boolean }
  | { readonly type: 'order'; readonly photoIds: readonly string[] }
  | { readonly type: 'caption'; readonly photoId: string; readonly caption: string | null }
  | ({ readonly type: 'show' } & ShownPhotos);

/** The photos after a change; those that were given when nothing differs. */
export function photosAfter(photos: readonly Photo[], change: PhotoChange): readonly Photo[] {
  switch (change.type) {
    case 'add':
      return added(photos, change.photo);
    case 'remove': {
      const photo = photoIn(photos, change.photoId);
      if (change.isNeeded && photos.length === 1) throw lastPhotoNeeded();
      return photos.filter((each) => each !== photo);
    }
    case 'order':
      return ordered(photos, change.photoIds);
    case 'caption': {
      const { caption } = change;
      const photo = photoIn(photos, change.photoId);
      return photo.caption === caption ? photos : photos.map((each) => (each === photo ? { ...photo, caption } : each));
    }
    case 'show':
      return shown(photos, change);
  }
}

export function photoIn(photos: readonly Photo[], id: string): Photo {
  const photo = photos.find((each) => each.id === id);
  if (photo === undefined) throw photoNotFound();
  return photo;
}
