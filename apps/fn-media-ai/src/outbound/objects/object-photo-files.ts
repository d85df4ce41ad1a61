import { randomBytes } from 'node:crypto';
import { addAbortSignal } from 'node:stream';
import { DomainError } from '@foundnow/kernel';
import type { ObjectStore } from '@foundnow/storage';
import type { PublicForm } from '../../use-cases/photo-reader.port.ts';
import type { PhotoFiles } from '../../use-cases/photos/photo-files.port.ts';
import type { StoredForm } from '../../use-cases/photos/photo-jobs.port.ts';
import { inTime } from './in-time.ts';

/** Where everybody may read; docs/photos.md says what lies elsewhere. */
const PUBLIC = 'public/';
/** More than any photo is that fn-posts stores. */
const MOST_BYTES = 64 * 1024 * 1024;
const PATIENCE_MS = 60_000;

/** 160 random bits: who knows every other key still knows nothing of this one. */
export function drawFolder(): string {
  return randomBytes(20).toString('hex');
}

export class ObjectPhotoFiles implements PhotoFiles {
  constructor(
    private readonly store: ObjectStore,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  async load(objectKey: string, stopping: AbortSignal): Promise<Buffer> {
    return inTime(this.patienceMs, stopping, async (signal) => {
      const { info, body } = await this.store.get(objectKey);
      addAbortSignal(signal, body);
      try {
        if (info.size > MOST_BYTES) throw tooLarge();
        const chunks: Buffer[] = [];
        for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
        return Buffer.concat(chunks);
      } finally {
        body.destroy();
      }
    });
  }

  async publish(folder: string, forms: readonly PublicForm[]): Promise<readonly StoredForm[]> {
    const put = async ({ name, width, height, contentType, bytes }: PublicForm): Promise<StoredForm> => {
      const objectKey = `${PUBLIC}${folder}/${name}.jpg`;
      await this.store.put(objectKey, bytes, { contentType, ifAbsent: true });
      return { name, objectKey, width, height };
    };
    return inTime(this.patienceMs, undefined, () => Promise.all(forms.map(put)));
  }

  async discard(folder: string): Promise<void> {
    const { objects } = await this.store.list(`${PUBLIC}${folder}/`);
    await Promise.all(objects.map(({ key }) => this.store.delete(key)));
  }
}

function tooLarge(): DomainError {
  return new DomainError('photo.too_large', 'too-large', 'The stored photo is larger than any that is taken in.');
}
