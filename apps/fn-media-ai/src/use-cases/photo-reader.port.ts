import type { PhotoReading } from '../domain/photo/photo-reading.ts';
import type { AboutItem } from '../domain/photo/stage.ts';

/** One size that strangers may see; its name is the longest edge that it may have. */
export interface PublicForm {
  readonly name: string;
  readonly contentType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

export interface PhotoRead {
  readonly reading: PhotoReading;
  /** The larger first, what is personal hidden in each. */
  readonly forms: readonly PublicForm[];
}

/**
 * Reads photos. A photo that is none is a DomainError `image.*`, for good. `photo.reader_died` and `photo.took_too_long`
 * are one attempt that failed; `photo.readers_busy` is none.
 */
export interface PhotoReader {
  /** How many photos could be begun at once; whoever comes next waits in line. */
  readonly free: number;
  read(bytes: Buffer, about: AboutItem): Promise<PhotoRead>;
}
