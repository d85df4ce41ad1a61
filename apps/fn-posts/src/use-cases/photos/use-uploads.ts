import { DomainError } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { uploadGone, uploadIncomplete } from '../../domain/photo/photo-errors.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PhotoShelf } from './photo-shelf.port.ts';
import type { PhotoUpload, PhotoUploads } from './photo-uploads.port.ts';
import type { UploadedPhotos } from './uploaded-photos.port.ts';

/** Each has three files to move; a batch may bring two thousand. */
const PHOTOS_AT_ONCE = 8;

/** From uploads to photos that a post may take. */
export class UseUploads implements UploadedPhotos {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly shelf: PhotoShelf,
  ) {}

  async find(uploadIds: readonly string[], by: Actor): Promise<readonly Photo[]> {
    const [photos = []] = await this.findEach([uploadIds], by);
    if (photos instanceof DomainError) throw photos;
    return photos;
  }

  async findEach(
    wanted: readonly (readonly string[])[],
    by: Actor,
  ): Promise<readonly (readonly Photo[] | DomainError)[]> {
    const ids = [...new Set(wanted.flat())];
    const known = new Map((await this.uploads.find(ids, by)).map((upload) => [upload.id, upload]));
    return wanted.map((uploadIds) => photosOf(uploadIds, known));
  }

  async keep(photos: readonly Photo[]): Promise<void> {
    for (let from = 0; from < photos.length; from += PHOTOS_AT_ONCE) {
      await Promise.all(photos.slice(from, from + PHOTOS_AT_ONCE).map((photo) => this.shelf.keep(photo)));
    }
  }
}

function photosOf(uploadIds: readonly string[], known: ReadonlyMap<string, PhotoUpload>): Photo[] | DomainError {
  const photos: Photo[] = [];
  for (const id of new Set(uploadIds)) {
    const upload = known.get(id);
    if (upload === undefined) return uploadGone();
    if (upload.photo === null) return uploadIncomplete();
    photos.push(upload.photo);
  }
  return photos;
}
