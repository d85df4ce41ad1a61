import type { PublicForm } from '../photo-reader.port.ts';
import type { StoredForm } from './photo-jobs.port.ts';

/** The files of photos: private ones are read, public ones are written and taken away. */
export interface PhotoFiles {
  /** By the key that fn-posts published, and no other way. A store that says nothing for long is away, here and below. */
  load(objectKey: string, stopping: AbortSignal): Promise<Buffer>;
  /** Everybody who knows the address may see them. The folder is new. */
  publish(folder: string, forms: readonly PublicForm[]): Promise<readonly StoredForm[]>;
  /** All that lies in it. */
  discard(folder: string): Promise<void>;
}

/** Folders of public forms, each noted before its first file is there: whatever is cut short is found again. */
export interface PublicFolders {
  open(folder: string, dueAt: Date): Promise<void>;
  /** Those that nobody needs, `most` at once; whoever is killed with them leaves them to the next after `until`. */
  takeDue(now: Date, until: Date, most: number): Promise<readonly string[]>;
  forget(folder: string): Promise<void>;
}
