import { createHash } from 'node:crypto';
import type { CleanImage, EncodedImage, ImageCleaner } from '@foundnow/images';
import { DomainError } from '@foundnow/kernel';
import { limitLength, type ObjectStore } from '@foundnow/storage';
import type { Photo } from '../../domain/photo/photo.ts';
import type { DeclaredFile, PhotoShelf, ReceivedFile, SignedRequest } from '../../use-cases/photos/photo-shelf.port.ts';
import { keysOf, PRIVATE, QUARANTINE } from './photo-keys.ts';

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 5 * 60;
/** Nobody knows yet what it is; nobody may be served it as anything. */
const UNKNOWN = 'application/octet-stream';

/** Photos in an object store. Their first bytes, and all that no post has taken, lie under `quarantine/`. */
export class ObjectPhotoShelf implements PhotoShelf {
  constructor(
    private readonly store: ObjectStore,
    private readonly cleaner: ImageCleaner,
  ) {}

  async signUpload(folder: string, { contentType, byteLength }: DeclaredFile): Promise<SignedRequest> {
    const length = { minBytes: byteLength, maxBytes: byteLength };
    const grant = { key: keysOf(folder).upload, contentType, ...length, expiresInSeconds: UPLOAD_SECONDS };
    return this.store.signUpload(grant);
  }

  async receive(folder: string, body: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    await this.store.put(keysOf(folder).upload, hashed(this.limited(body), hash), { contentType: UNKNOWN });
    return { sha256: hash.digest('hex') };
  }

  async digest(body: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    for await (const chunk of this.limited(body)) hash.update(chunk);
    return { sha256: hash.digest('hex') };
  }

  async clean(id: string, folder: string): Promise<Photo | undefined> {
    try {
      return await this.cleaner.clean(
        (room) => this.load(keysOf(folder).upload, room),
        (image) => this.put(id, folder, image),
      );
    } catch (error) {
      if (error instanceof DomainError && error.code === 'storage.missing') return undefined;
      throw error;
    }
  }

  async letGo(folder: string): Promise<void> {
    await this.store.delete(keysOf(folder).upload).catch(() => undefined);
  }

  async keep({ objectKey, forms }: Photo): Promise<void> {
    const keys = [objectKey, ...forms.map((form) => form.objectKey)];
    await Promise.all(keys.map((key) => this.moveOut(key)));
  }

  async discard(folder: string): Promise<void> {
    for (const prefix of [`${QUARANTINE}${folder}/`, `${PRIVATE}${folder}/`]) {
      const { objects } = await this.store.list(prefix);
      await Promise.all(objects.map(({ key }) => this.store.delete(key)));
    }
  }

  async clearQuarantine(before: Date): Promise<number> {
    let cleared = 0;
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await this.store.list(QUARANTINE, cursor === undefined ? {} : { cursor });
      const old = page.objects.filter(({ updatedAt }) => updatedAt < before);
      await Promise.all(old.map(({ key }) => this.store.delete(key)));
      cleared += old.length;
      cursor = page.nextCursor;
    }
    return cleared;
  }

  async signDownload(key: string, seconds = DOWNLOAD_SECONDS): Promise<SignedRequest> {
    return this.store.signDownload({ key, expiresInSeconds: seconds });
  }

  private limited(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    return limitLength(body, 0, this.cleaner.limits.bytes);
  }

  private async load(key: string, room: (length: number) => Buffer): Promise<Buffer> {
    const { info, body } = await this.store.get(key);
    try {
      const buffer = room(info.size);
      let filled = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) filled += chunk.copy(buffer, filled);
      return buffer;
    } finally {
      body.destroy();
    }
  }

  private async put(id: string, folder: string, { original, forms, placeholder }: CleanImage): Promise<Photo> {
    const keys = keysOf(folder);
    const stored = forms.map(({ name, width, height, ...image }) => ({
      form: { name, objectKey: keys.kept(name), width, height },
      stored: this.putOne(keys.waiting(name), image),
    }));
    await Promise.all([this.putOne(keys.waiting('original'), original), ...stored.map((each) => each.stored)]);
    return {
      id,
      objectKey: keys.kept('original'),
      contentType: original.contentType,
      byteLength: original.bytes.length,
      width: original.width,
      height: original.height,
      sha256: createHash('sha256').update(original.bytes).digest('hex'),
      caption: null,
      placeholder: `data:${placeholder.contentType};base64,${placeholder.bytes.toString('base64')}`,
      forms: stored.map(({ form }) => form),
      publicForms: [],
    };
  }

  private async putOne(key: string, { bytes, contentType }: Pick<EncodedImage, 'bytes' | 'contentType'>) {
    await this.store.put(key, bytes, { contentType });
  }

  /** Someone else may be doing the same, or have done it. */
  private async moveOut(key: string): Promise<void> {
    try {
      await this.store.move(key.replace(PRIVATE, QUARANTINE), key);
    } catch (error) {
      if ((await this.store.stat(key)) === undefined) throw error;
    }
  }
}

async function* hashed(body: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
}
