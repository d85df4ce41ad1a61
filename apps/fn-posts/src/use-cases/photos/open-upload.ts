import type { IdempotentRequest } from '@foundnow/http';
import type { Clock, IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { photoNotFound } from '../../domain/photo/photo-errors.ts';
import type { DeclaredFile, PhotoShelf, SignedRequest } from './photo-shelf.port.ts';
import type { PhotoUploads } from './photo-uploads.port.ts';
import { type DrawFolder, newUpload } from './new-upload.ts';

export interface OpenedUpload {
  readonly id: string;
  readonly request: SignedRequest;
  readonly expiresAt: Date | null;
  readonly replayed: boolean;
}

/** Somebody will send a photo to the store directly. */
export class OpenUpload {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly shelf: PhotoShelf,
    private readonly drawFolder: DrawFolder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async run(file: DeclaredFile, by: Actor, once?: IdempotentRequest): Promise<OpenedUpload> {
    const now = this.clock.now();
    const { id, replayed } = await this.uploads.open(newUpload(this.ids, this.drawFolder, now), by, now, once);
    const [upload] = await this.uploads.find([id], by);
    if (upload === undefined) throw photoNotFound();
    return { id, replayed, request: await this.shelf.signUpload(upload.folder, file), expiresAt: upload.dueAt };
  }
}
