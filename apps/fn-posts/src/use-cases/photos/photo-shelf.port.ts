import type { Photo } from '../../domain/photo/photo.ts';

/** What a client sends, exactly, and where. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

export interface DeclaredFile {
  readonly contentType: string;
  readonly byteLength: number;
}

export interface ReceivedFile {
  readonly sha256: string;
}

/** Where the files of photos lie. What no post has taken yet lies in quarantine. */
export interface PhotoShelf {
  /** Takes one file of this type and length, once. */
  signUpload(folder: string, file: DeclaredFile): Promise<SignedRequest>;
  /** Refused beyond the limit; of a file that breaks off nothing stays. */
  receive(folder: string, body: AsyncIterable<Uint8Array>): Promise<ReceivedFile>;
  /** What `receive` would say of it, and nothing is stored. */
  digest(body: AsyncIterable<Uint8Array>): Promise<ReceivedFile>;
  /** Makes safe what was received. Undefined: nothing was received, or it was let go of. */
  clean(id: string, folder: string): Promise<Photo | undefined>;
  /** Of the file that was sent, once it is known what was made of it. What it cannot take away is swept. */
  letGo(folder: string): Promise<void>;
  /** Out of quarantine. Doing it twice does nothing more. */
  keep(photo: Photo): Promise<void>;
  /** Everything of it, wherever it lies. */
  discard(folder: string): Promise<void>;
  /** What lies in quarantine since before then, whoever knows of it. Answers with how much it was. */
  clearQuarantine(before: Date): Promise<number>;
  /** Good for some minutes, or for so many seconds. */
  signDownload(objectKey: string, seconds?: number): Promise<SignedRequest>;
}
