import type { IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../../domain/actor.ts';
import type { Photo } from '../../domain/photo/photo.ts';
import type { AnsweredRequests } from '../answered-requests.port.ts';

/** A photo on its way to a post, known before its first byte is stored. */
export interface PhotoUpload {
  readonly id: string;
  /** Part of its keys, which nobody can guess. */
  readonly folder: string;
  /** Null until its file was made safe to keep. */
  readonly photo: Photo | null;
  /** Null: a post has taken it. */
  readonly dueAt: Date | null;
}

export interface Finished {
  readonly id: string;
  /** The same request was answered before, with this upload. */
  readonly replayed: boolean;
}

export interface PhotoUploads extends AnsweredRequests {
  /** Throws when too many of hers wait already. */
  open(upload: PhotoUpload, by: Actor, now: Date, once: IdempotentRequest | undefined): Promise<Finished>;
  /** One of hers that waits for its file or for a post; also one that a post has taken. */
  find(ids: readonly string[], by: Actor): Promise<readonly PhotoUpload[]>;
  /** Throws `uploadGone` when it waits for no file any more. */
  finish(id: string, photo: Photo, by: Actor, once: IdempotentRequest | undefined): Promise<Finished>;
  /** False when there is none of hers that waits. It may be swept from `now` on. */
  drop(id: string, by: Actor, now: Date): Promise<boolean>;
}

export interface Lease {
  readonly now: Date;
  readonly until: Date;
}

/** What is there and wanted by nobody. */
export interface PhotoLeftovers {
  /**
   * Drops what has waited too long, and answers with up to `most` that are to go; nobody else gets them before `until`.
   * Only those of `owner`, when one is named.
   */
  take(lease: Lease, most: number, owner: string | null): Promise<ReadonlyArray<Pick<PhotoUpload, 'id' | 'folder'>>>;
  /** Once nothing of it is left. */
  forget(ids: readonly string[]): Promise<void>;
}
