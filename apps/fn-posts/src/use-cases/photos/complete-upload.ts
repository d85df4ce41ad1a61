import { type Clock, DomainError, type ErrorKind } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { photoNotFound, uploadGone, uploadIncomplete } from '../../domain/photo/photo-errors.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PhotoShelf } from './photo-shelf.port.ts';
import type { PhotoUpload, PhotoUploads } from './photo-uploads.port.ts';
import type { ReadyUpload } from './receive-upload.ts';

/** Refusals that a second try does not change. */
const FOR_GOOD: ReadonlySet<ErrorKind> = new Set(['too-large', 'unsupported-media', 'unprocessable']);

/** What was sent to the store directly is looked at. Completing it once more answers the same. */
export class CompleteUpload {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly shelf: PhotoShelf,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor): Promise<ReadyUpload> {
    const upload = await this.find(id, by);
    if (upload.photo !== null) return ready(upload, upload.photo);
    const photo = await this.clean(upload, by);
    if (photo === undefined || !(await this.finish(upload, photo, by))) return this.byAnother(id, by);
    return ready(upload, photo);
  }

  /** False: somebody else was first. The file is let go of afterwards: whoever is cut short before can try again. */
  private async finish({ id, folder }: PhotoUpload, photo: Photo, by: Actor): Promise<boolean> {
    try {
      await this.uploads.finish(id, photo, by, undefined);
    } catch (error) {
      if (error instanceof DomainError && error.code === uploadGone().code) return false;
      throw error;
    }
    await this.shelf.letGo(folder);
    return true;
  }

  private async clean(upload: PhotoUpload, by: Actor): Promise<Photo | undefined> {
    try {
      return await this.shelf.clean(upload.id, upload.folder);
    } catch (error) {
      if (error instanceof DomainError && FOR_GOOD.has(error.kind)) {
        await this.uploads.drop(upload.id, by, this.clock.now());
        await this.shelf.discard(upload.folder);
      }
      throw error;
    }
  }

  /** Somebody else completed the same upload meanwhile, or nothing was ever sent. */
  private async byAnother(id: string, by: Actor): Promise<ReadyUpload> {
    const upload = await this.find(id, by);
    if (upload.photo === null) throw uploadIncomplete();
    return ready(upload, upload.photo);
  }

  private async find(id: string, by: Actor): Promise<PhotoUpload> {
    const [upload] = await this.uploads.find([id], by);
    if (upload === undefined) throw photoNotFound();
    return upload;
  }
}

function ready({ dueAt: expiresAt }: PhotoUpload, photo: Photo): ReadyUpload {
  return { photo, expiresAt, replayed: false };
}
