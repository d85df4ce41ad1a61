import type { Actor } from '../../domain/actor.ts';
import { uploadGone, uploadIncomplete } from '../../domain/photo/photo-errors.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PhotoShelf } from './photo-shelf.port.ts';
import type { PhotoUploads } from './photo-uploads.port.ts';
import type { UploadedPhotos } from './uploaded-photos.port.ts';

/** From uploads to photos that a post may take. */
export class UseUploads implements UploadedPhotos {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly shelf: PhotoShelf,
  ) {}

  async find(uploadIds: readonly string[], by: Actor): Promise<readonly Photo[]> {
    const known = new Map((await this.uploads.find(uploadIds, by)).map((upload) => [upload.id, upload]));
    return [...new Set(uploadIds)].map((id) => {
      const upload = known.get(id);
      if (upload === undefined) throw uploadGone();
      if (upload.photo === null) throw uploadIncomplete();
      return upload.photo;
    });
  }

  async keep(photos: readonly Photo[]): Promise<void> {
    for (const photo of photos) await this.shelf.keep(photo);
  }
}
