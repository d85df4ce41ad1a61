import { Readable } from 'node:stream';
import type { Clock } from '@foundnow/kernel';
import { systemClock } from '@foundnow/kernel';
import { assertContentType } from '../grants.ts';
import { assertKeyPrefix, assertObjectKey, assertTwoKeys } from '../object-key.ts';
import type * as port from '../object-store.port.ts';
import { missingObject, objectExists, rangeRefused } from '../storage-errors.ts';
import { codeOf, localErrorFrom } from './local-errors.ts';
import { createObjectHandler } from './object-handler.ts';
import type { ObjectHandler, ObjectHandlerOptions } from './object-handler.ts';
import { objectBody } from './object-body.ts';
import { ObjectFiles } from './object-files.ts';
import type { CreateFile } from './object-files.ts';
import { UrlSigner } from './url-signer.ts';
import { walkKeys } from './walk-keys.ts';

export interface LocalObjectStoreOptions {
  readonly root: string;
  readonly baseUrl: string;
  readonly signingSecret: Uint8Array;
  readonly clock?: Clock;
  /** How files are made; tests put a full disk here. */
  readonly createFile?: CreateFile;
}

/** Objects on the local disk, and the handler that serves the addresses it signs. */
export class LocalObjectStore implements port.ObjectStore {
  private constructor(
    private readonly files: ObjectFiles,
    private readonly signer: UrlSigner,
    private readonly clock: Clock,
  ) {}

  static async open(options: LocalObjectStoreOptions): Promise<LocalObjectStore> {
    const { root, baseUrl, signingSecret: secret, clock = systemClock } = options;
    const signer = new UrlSigner({ baseUrl, secret, clock });
    return new LocalObjectStore(await mapped(ObjectFiles.open(root, options.createFile)), signer, clock);
  }

  async put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options: port.PutOptions,
  ): Promise<port.ObjectInfo> {
    assertObjectKey(key);
    assertContentType(options.contentType);
    const { contentType, ifAbsent = false } = options;
    if (ifAbsent && (await this.stat(key)) !== undefined) throw objectExists();
    const chunks = body instanceof Uint8Array ? Readable.from([body]) : body;
    const stored = await mapped(this.files.write(key, chunks, { contentType, ifAbsent, now: this.clock.now() }));
    return { key, ...stored };
  }

  async get(
    key: string,
    { range }: { range?: port.ByteRange } = {},
  ): Promise<{ info: port.ObjectInfo; body: Readable }> {
    assertObjectKey(key);
    const found = await mapped(this.files.read(key));
    if (found === undefined) throw missingObject();
    const { file, info } = found;
    const { start, end } = { start: 0, end: info.size - 1, ...range };
    if (start < 0 || start > end + 1 || (range !== undefined && start >= info.size)) {
      await file.close();
      throw rangeRefused();
    }
    return { info: { key, ...info }, body: objectBody(file, start, Math.min(end, info.size - 1)) };
  }

  async stat(key: string): Promise<port.ObjectInfo | undefined> {
    assertObjectKey(key);
    const found = await mapped(this.files.read(key));
    await found?.file.close();
    return found && { key, ...found.info };
  }

  async delete(key: string): Promise<boolean> {
    assertObjectKey(key);
    return mapped(this.files.remove(key));
  }

  async list(prefix: string, options: { cursor?: string; limit?: number } = {}): Promise<port.ObjectPage> {
    assertKeyPrefix(prefix);
    const limit = Math.min(Math.max(options.limit ?? 1000, 1), 1000);
    const objects: port.ObjectInfo[] = [];
    for await (const key of walkKeys(this.files.paths.root, prefix, lastKeyIn(options.cursor))) {
      if (objects.length === limit) return { objects, nextCursor: cursorAfter(objects.at(-1)) };
      const info = await this.stat(key);
      if (info !== undefined) objects.push(info);
    }
    return { objects };
  }

  async copy(from: string, to: string, options: { ifAbsent?: boolean } = {}): Promise<port.ObjectInfo> {
    assertTwoKeys(from, to);
    const { info, body } = await this.get(from);
    try {
      return await this.put(to, body, { contentType: info.contentType, ...options });
    } finally {
      body.destroy();
    }
  }

  async move(from: string, to: string, options: { ifAbsent?: boolean } = {}): Promise<port.ObjectInfo> {
    assertTwoKeys(from, to);
    const info = await this.stat(from);
    if (info === undefined) throw missingObject();
    await mapped(this.files.move(from, to, options.ifAbsent ?? false)).catch((error: unknown) => {
      throw codeOf(error) === 'ENOENT' ? missingObject() : error;
    });
    return { ...info, key: to };
  }

  async signUpload(grant: port.UploadGrant): Promise<port.SignedRequest> {
    return this.signer.signUpload(grant);
  }

  async signDownload(grant: port.DownloadGrant): Promise<port.SignedRequest> {
    return this.signer.signDownload(grant);
  }

  /** Serves the signed addresses; mount it where `baseUrl` leads. */
  handler(options: ObjectHandlerOptions): ObjectHandler {
    return createObjectHandler(this, this.signer, options);
  }
}

async function mapped<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw localErrorFrom(error);
  }
}

function cursorAfter(info: port.ObjectInfo | undefined): string {
  return Buffer.from(info?.key ?? '').toString('base64url');
}

function lastKeyIn(cursor: string | undefined): string {
  const key = Buffer.from(cursor ?? '', 'base64url').toString();
  if (key !== '') assertObjectKey(key, 'cursor');
  return key;
}
