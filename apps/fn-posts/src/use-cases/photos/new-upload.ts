import type { IdGenerator } from '@foundnow/kernel';
import type { PhotoUpload } from './photo-uploads.port.ts';

/** Part of a key that nobody can guess. */
export type DrawFolder = () => string;

/** How long an upload waits for a post. */
const WAITS_MS = 24 * 3_600_000;

export function newUpload(ids: IdGenerator, drawFolder: DrawFolder, now: Date): PhotoUpload {
  return { id: ids.next(), folder: drawFolder(), photo: null, dueAt: new Date(now.getTime() + WAITS_MS) };
}
