import type { IdempotentRequest } from '@foundnow/http';
import { type Clock, DomainError, type IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { tooManyUploads, uploadGone, uploadIncomplete } from '../../domain/photo/photo-errors.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { PhotoShelf, ReceivedFile } from './photo-shelf.port.ts';
import type { PhotoUploads } from './photo-uploads.port.ts';
import { type DrawFolder, newUpload } from './new-upload.ts';

/** The request that this is, once its file is known; undefined for one that nobody can repeat. */
type OnceOf = (file: ReceivedFile) => IdempotentRequest | undefined;

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

  async run(body: AsyncIterable<Uint8Array>, by: Actor, onceOf: OnceOf): Promise<ReadyUpload> {
    const now = this.clock.now();
    const upload = newUpload(this.ids, this.drawFolder, now);
    try {
      await this.uploads.open(upload, by, now, undefined);
    } catch (refusal) {
      if (!(refusal instanceof DomainError) || refusal.code !== tooManyUploads().code) throw refusal;
      const id = await this.answered(body, by, onceOf);
      if (id === undefined) throw refusal;
      return this.earlier(id, by);
    }
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

  /** What came of this request before. Its file is read through for that, and kept nowhere. */
  private async answered(body: AsyncIterable<Uint8Array>, by: Actor, onceOf: OnceOf): Promise<string | undefined> {
    if (onceOf({ sha256: '' }) === undefined) return undefined;
    return this.uploads.earlier(onceOf(await this.shelf.digest(body)), by);
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
