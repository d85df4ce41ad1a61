import type { IdempotentRequest } from '@foundnow/http';
import type { Clock, IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { uploadGone, uploadIncomplete } from '../../domain/photo/photo-errors.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PhotoShelf, ReceivedFile } from './photo-shelf.port.ts';
import type { PhotoUploads } from './photo-uploads.port.ts';
import { type DrawFolder, newUpload } from './new-upload.ts';

export interface ReadyUpload {
  readonly photo: Photo;
  /** Null: a post has taken it. */
  readonly expiresAt: Date | null;
  readonly replayed: boolean;
}

/** Somebody sends a photo through us. */
export class ReceiveUpload {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly shelf: PhotoShelf,
    private readonly drawFolder: DrawFolder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async run(
    body: AsyncIterable<Uint8Array>,
    by: Actor,
    onceOf: (file: ReceivedFile) => IdempotentRequest | undefined,
  ): Promise<ReadyUpload> {
    const now = this.clock.now();
    const upload = newUpload(this.ids, this.drawFolder, now);
    await this.uploads.open(upload, by, now, undefined);
    try {
      const file = await this.shelf.receive(upload.folder, body);
      const photo = await this.shelf.clean(upload.id, upload.folder);
      if (photo === undefined) throw uploadIncomplete();
      const { id, replayed } = await this.uploads.finish(upload.id, photo, by, onceOf(file));
      if (!replayed) {
        await this.shelf.letGo(upload.folder);
        return { photo, expiresAt: upload.dueAt, replayed };
      }
      await this.giveUp(upload, by);
      return await this.earlier(id, by);
    } catch (error) {
      await this.giveUp(upload, by);
      throw error;
    }
  }

  /** What this cannot take away is swept. */
  private async giveUp({ id, folder }: { readonly id: string; readonly folder: string }, by: Actor): Promise<void> {
    await this.uploads.drop(id, by, this.clock.now()).catch(() => false);
    await this.shelf.discard(folder).catch(() => undefined);
  }

  private async earlier(id: string, by: Actor): Promise<ReadyUpload> {
    const [upload] = await this.uploads.find([id], by);
    if (!upload?.photo) throw uploadGone();
    return { photo: upload.photo, expiresAt: upload.dueAt, replayed: true };
  }
}
