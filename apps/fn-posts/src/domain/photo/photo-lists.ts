import { orderIncomplete, tooManyPhotos } from './photo-errors.ts';
import { MOST_PHOTOS, type Photo, type PhotoForm } from './photo.ts';

export function added(photos: readonly Photo[], photo: Photo): readonly Photo[] {
  if (photos.some(({ id }) => id === photo.id)) return photos;
  if (photos.length >= MOST_PHOTOS) throw tooManyPhotos();
  return [...photos, photo];
}

export function ordered(photos: readonly Photo[], ids: readonly string[]): readonly Photo[] {
  if (ids.length !== photos.length || new Set(ids).size !== ids.length) throw orderIncomplete();
  const inOrder = ids.map((id) => photos.find((photo) => photo.id === id));
  if (!inOrder.every((photo) => photo !== undefined)) throw orderIncomplete();
  return inOrder.every((photo, index) => photo === photos[index]) ? photos : inOrder;
}

/** What an analysis of the photos says of what others may see. */
export interface ShownPhotos {
  readonly version: number;
  /** Of the post, as whoever read the photos knew it. */
  readonly postVersion: number;
  readonly redacted: ReadonlyMap<string, readonly PhotoForm[]>;
}

/**
 * A photo that was removed meanwhile stays away. One that the analysis does not name stays as it was; of one that it
 * names without a form, nobody else may see more than the placeholder any longer.
 */
export function shown(photos: readonly Photo[], { version, postVersion, redacted }: ShownPhotos): readonly Photo[] {
  const isNews = ({ id, publicForms, analysisVersion: held = 0, coveredSince = 0 }: Photo) => {
    const forms = redacted.get(id);
    if (forms === undefined || version <= held || postVersion < coveredSince) return false;
    return JSON.stringify(forms) !== JSON.stringify(publicForms);
  };
  if (!photos.some(isNews)) return photos;
  return photos.map((photo) =>
    isNews(photo) ? { ...photo, publicForms: redacted.get(photo.id) ?? [], analysisVersion: version } : photo,
  );
}

/** Nobody else may see more than the placeholder, until they were covered as this version of their post asks for. */
export function withdrawn(photos: readonly Photo[], postVersion: number): readonly Photo[] {
  return photos.map((photo) => ({ ...photo, publicForms: [], coveredSince: postVersion }));
}
