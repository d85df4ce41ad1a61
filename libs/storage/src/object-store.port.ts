import type { Readable } from 'node:stream';

export interface ObjectInfo {
  readonly key: string;
  readonly size: number;
  readonly contentType: string;
  /** Changes whenever the object is written anew. */
  readonly etag: string;
  readonly updatedAt: Date;
}

export interface PutOptions {
  readonly contentType: string;
  /** Refuses with kind `precondition` when the key is taken. */
  readonly ifAbsent?: boolean;
}

/** Both ends included, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface ObjectPage {
  /** In the order of their keys. */
  readonly objects: readonly ObjectInfo[];
  readonly nextCursor?: string;
}

export interface UploadGrant {
  readonly key: string;
  readonly contentType: string;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly expiresInSeconds: number;
  /** Without it an upload may be done once: what was checked cannot be replaced with the same address afterwards. */
  readonly mayReplace?: boolean;
}

export interface DownloadGrant {
  readonly key: string;
  readonly expiresInSeconds: number;
  /** Saves under this name instead of showing the object. */
  readonly downloadName?: string;
}

/** What a client has to send, exactly; no other credential is needed. */
export interface SignedRequest {
  readonly method: 'PUT' | 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/** Whole objects under plain keys. A reader sees the old object or the new one, never a part. */
export interface ObjectStore {
  put(key: string, body: Uint8Array | AsyncIterable<Uint8Array>, options: PutOptions): Promise<ObjectInfo>;
  /** Rejects with kind `missing` when there is no such object. Whoever takes the body reads or destroys it. */
  get(key: string, options?: { range?: ByteRange }): Promise<{ info: ObjectInfo; body: Readable }>;
  stat(key: string): Promise<ObjectInfo | undefined>;
  /** False when there was nothing. */
  delete(key: string): Promise<boolean>;
  list(prefix: string, options?: { cursor?: string; limit?: number }): Promise<ObjectPage>;
  copy(from: string, to: string, options?: { ifAbsent?: boolean }): Promise<ObjectInfo>;
  /** When it is cut short both keys may exist; repeating it completes it. */
  move(from: string, to: string, options?: { ifAbsent?: boolean }): Promise<ObjectInfo>;
  signUpload(grant: UploadGrant): Promise<SignedRequest>;
  signDownload(grant: DownloadGrant): Promise<SignedRequest>;
}
