import { DomainError } from '@foundnow/kernel';
import type { ObjectPage, ObjectStore } from '@foundnow/storage';

/** For an installation that was given no place for files: there are none, and none are taken. */
export class NoObjectStore implements ObjectStore {
  readonly put = refuse;
  readonly get = refuse;
  readonly copy = refuse;
  readonly move = refuse;
  readonly signUpload = refuse;
  readonly signDownload = refuse;

  async stat(): Promise<undefined> {
    return undefined;
  }

  async delete(): Promise<boolean> {
    return false;
  }

  async list(): Promise<ObjectPage> {
    return { objects: [] };
  }
}

async function refuse(): Promise<never> {
  const detail = 'No place for files is configured: set OBJECT_STORE to local or gcs.';
  throw new DomainError('storage.none', 'dependency', detail);
}
