import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Bucket, File, FileMetadata, Storage, StorageOptions } from '@google-cloud/storage';
import { systemClock } from '@foundnow/kernel';
import type { Clock } from '@foundnow/kernel';
import { assertContentType, assertDownloadGrant, assertUploadGrant } from '../grants.ts';
import { assertKeyPrefix, assertObjectKey, assertTwoKeys } from '../object-key.ts';
import type * as port from '../object-store.port.ts';
import { missingObject, rangeRefused } from '../storage-errors.ts';
import { firstBytes } from './first-bytes.ts';
import { googleErrorFrom, statusOf } from './google-errors.ts';
import { openMedia } from './open-media.ts';

/** Up to here a body is held in memory, so that all of it can be sent again when the service is away for a moment. */
const RESENDABLE_BYTES = 8 * 1024 * 1024;
/** What is sent again when a large upload is cut; a multiple of 256 KiB. */
const CHUNK_BYTES = 4 * 1024 * 1024;
const ABSENT = { ifGenerationMatch: 0 };

export interface GoogleObjectStoreOptions {
  readonly bucket: string;
  /** Passed to the client: credentials, endpoint, project. */
  readonly client?: StorageOptions;
  readonly clock?: Clock;
}

export async function openGoogleObjectStore(options: GoogleObjectStoreOptions): Promise<port.ObjectStore> {
  // Loaded when asked for: a machine without Google Cloud need not pay for the client.
  const { IdempotencyStrategy, Storage } = await import('@google-cloud/storage');
  const settings: StorageOptions = { timeout: 60_000, ...options.client };
  const client = new Storage({
    ...settings,
    retryOptions: {
      maxRetries: 4,
      maxRetryDelay: 8,
      totalTimeout: 60,
      // Every call here is safe to repeat: writes are whole objects, and a conditional one knows its own.
      idempotencyStrategy: IdempotencyStrategy.RetryAlways,
      ...settings.retryOptions,
    },
  });
  // The client's own retry of a streamed read throws outside every promise (8.4.0): reads are repeated by openMedia.
  const reader = new Storage({ ...settings, authClient: client.authClient, retryOptions: { autoRetry: false } });
  return new GoogleObjectStore(client, reader, options.bucket, options.clock ?? systemClock);
}

class GoogleObjectStore implements port.ObjectStore {
  readonly #bucket: Bucket;

  constructor(
    client: Storage,
    private readonly reader: Storage,
    private readonly name: string,
    private readonly clock: Clock,
  ) {
    this.#bucket = client.bucket(name);
  }

  async put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options: port.PutOptions,
  ): Promise<port.ObjectInfo> {
    assertObjectKey(key);
    assertContentType(options.contentType);
    const { contentType, ifAbsent = false } = options;
    const upload = randomUUID();
    const file = this.#bucket.file(key);
    const settings = {
      contentType,
      metadata: { contentType, metadata: { upload } },
      ...(ifAbsent && { preconditionOpts: ABSENT }),
    };
    const content =
      body instanceof Uint8Array ? { whole: Buffer.from(body) } : await firstBytes(body, RESENDABLE_BYTES);
    try {
      if ('whole' in content) await file.save(content.whole, { ...settings, resumable: false });
      else
        await file.save(Readable.from(content.rest, { objectMode: false }), {
          ...settings,
          resumable: true,
          chunkSize: CHUNK_BYTES,
        });
      return infoOf(key, file.metadata);
    } catch (error) {
      const present = ifAbsent && statusOf(error) === 412 ? await this.#metadata(file) : undefined;
      // The answer to our own first attempt was lost: the object that is in the way is this one.
      if (present?.metadata?.['upload'] === upload) return infoOf(key, present);
      throw googleErrorFrom(error, this.name);
    }
  }

  async get(
    key: string,
    { range }: { range?: port.ByteRange } = {},
  ): Promise<{ info: port.ObjectInfo; body: Readable }> {
    assertObjectKey(key);
    if (range !== undefined && (range.start < 0 || range.end < range.start)) throw rangeRefused();
    return openMedia(this.reader.bucket(this.name).file(key), range).catch((error: unknown) => {
      throw statusOf(error) === 416 ? rangeRefused() : googleErrorFrom(error, this.name);
    });
  }

  async stat(key: string): Promise<port.ObjectInfo | undefined> {
    assertObjectKey(key);
    const metadata = await this.#metadata(this.#bucket.file(key));
    return metadata && infoOf(key, metadata);
  }

  async delete(key: string): Promise<boolean> {
    assertObjectKey(key);
    return this.#orMissing(
      this.#bucket
        .file(key)
        .delete()
        .then(() => true),
      false,
    );
  }

  async list(prefix: string, options: { cursor?: string; limit?: number } = {}): Promise<port.ObjectPage> {
    assertKeyPrefix(prefix);
    const maxResults = Math.min(Math.max(options.limit ?? 1000, 1), 1000);
    const query = { prefix, maxResults, autoPaginate: false, ...(options.cursor && { pageToken: options.cursor }) };
    const [files, next] = await this.#asked(this.#bucket.getFiles(query));
    const nextCursor = (next as { pageToken?: string } | null)?.pageToken;
    const objects = files.map((file) => infoOf(file.name, file.metadata));
    return { objects, ...(nextCursor !== undefined && { nextCursor }) };
  }

  async copy(from: string, to: string, options: { ifAbsent?: boolean } = {}): Promise<port.ObjectInfo> {
    assertTwoKeys(from, to);
    const target = this.#bucket.file(to);
    const settings = options.ifAbsent === true ? { preconditionOpts: ABSENT } : {};
    await this.#asked(this.#bucket.file(from).copy(target, settings));
    const info = await this.stat(to);
    if (info === undefined) throw missingObject();
    return info;
  }

  async move(from: string, to: string, options: { ifAbsent?: boolean } = {}): Promise<port.ObjectInfo> {
    const info = await this.copy(from, to, options);
    await this.delete(from);
    return info;
  }

  async signUpload(grant: port.UploadGrant): Promise<port.SignedRequest> {
    assertUploadGrant(grant);
    const { key, contentType, minBytes, maxBytes, mayReplace = false } = grant;
    const extensionHeaders = {
      'x-goog-content-length-range': `${minBytes},${maxBytes}`,
      ...(!mayReplace && { 'x-goog-if-generation-match': '0' }),
    };
    const { accessibleAt, expiresAt } = this.#period(grant.expiresInSeconds);
    const settings = { version: 'v4', action: 'write', accessibleAt, expires: expiresAt, contentType } as const;
    const [url] = await this.#asked(this.#bucket.file(key).getSignedUrl({ ...settings, extensionHeaders }));
    return { method: 'PUT', url, headers: { 'content-type': contentType, ...extensionHeaders }, expiresAt };
  }

  async signDownload(grant: port.DownloadGrant): Promise<port.SignedRequest> {
    assertDownloadGrant(grant);
    const { key, downloadName } = grant;
    const { accessibleAt, expiresAt } = this.#period(grant.expiresInSeconds);
    const settings = { version: 'v4', action: 'read', accessibleAt, expires: expiresAt } as const;
    const saving = downloadName === undefined ? {} : { promptSaveAs: downloadName };
    const [url] = await this.#asked(this.#bucket.file(key).getSignedUrl({ ...settings, ...saving }));
    return { method: 'GET', url, headers: {}, expiresAt };
  }

  #period(seconds: number): { accessibleAt: Date; expiresAt: Date } {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return { accessibleAt: new Date(now * 1000), expiresAt: new Date((now + seconds) * 1000) };
  }

  #metadata(file: File): Promise<FileMetadata | undefined> {
    return this.#orMissing(
      file.getMetadata().then(([metadata]) => metadata),
      undefined,
    );
  }

  async #orMissing<Value>(call: Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      return await this.#asked(call);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'storage.missing') return otherwise;
      throw error;
    }
  }

  async #asked<Answer>(call: Promise<Answer>): Promise<Answer> {
    try {
      return await call;
    } catch (error) {
      throw googleErrorFrom(error, this.name);
    }
  }
}

function infoOf(key: string, metadata: FileMetadata): port.ObjectInfo {
  return {
    key,
    size: Number(metadata.size ?? 0),
    contentType: metadata.contentType ?? 'application/octet-stream',
    etag: String(metadata.generation ?? ''),
    updatedAt: new Date(metadata.updated ?? 0),
  };
}
