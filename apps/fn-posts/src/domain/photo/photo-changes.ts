import { lastPhotoNeeded, orderIncomplete, photoNotFound, tooManyPhotos } from './photo-errors.ts';
import { MOST_PHOTOS, type Photo, type PhotoForm } from './photo.ts';

/** What may happen to the photos of a post. */
export type PhotoChange =
  | { readonly type: 'add'; readonly photo: Photo }
  | { readonly type: 'remove'; readonly photoId: string; readonly isNeeded: boolean }
  | { readonly type: 'order'; readonly photoIds: readonly string[] }
  | { readonly type: 'caption'; readonly photoId: string; readonly caption: string | null }
  | { readonly type: 'show'; readonly redacted: ReadonlyMap<string, readonly PhotoForm[]> };

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
      return shown(photos, change.redacted);
  }
}

export function photoIn(photos: readonly Photo[], id: string): Photo {
  const photo = photos.find((each) => each.id === id);
  if (photo === undefined) throw photoNotFound();
  return photo;
}

function added(photos: readonly Photo[], photo: Photo): readonly Photo[] {
  if (photos.some(({ id }) => id === photo.id)) return photos;
  if (photos.length >= MOST_PHOTOS) throw tooManyPhotos();
  return [...photos, photo];
}

function ordered(photos: readonly Photo[], ids: readonly string[]): readonly Photo[] {
  if (ids.length !== photos.length || new Set(ids).size !== ids.length) throw orderIncomplete();
  const inOrder = ids.map((id) => photos.find((photo) => photo.id === id));
  if (!inOrder.every((photo) => photo !== undefined)) throw orderIncomplete();
  return inOrder.every((photo, index) => photo === photos[index]) ? photos : inOrder;
}

/** A photo that was removed meanwhile stays away. What has been shown once is only replaced, never taken back. */
function shown(photos: readonly Photo[], redacted: ReadonlyMap<string, readonly PhotoForm[]>): readonly Photo[] {
  const isNews = ({ id, publicForms }: Photo) => {
    const forms = redacted.get(id) ?? [];
    return forms.length > 0 && JSON.stringify(forms) !== JSON.stringify(publicForms);
  };
  if (!photos.some(isNews)) return photos;
  return photos.map((photo) => (isNews(photo) ? { ...photo, publicForms: redacted.get(photo.id) ?? [] } : photo));
}
