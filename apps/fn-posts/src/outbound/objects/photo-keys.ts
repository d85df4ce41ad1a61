import { randomBytes } from 'node:crypto';

/** Emptied by a rule of the bucket, whatever we forget; see docs/photos.md. */
export const QUARANTINE = 'quarantine/';
export const PRIVATE = 'private/';

/** 160 random bits: who knows every other key still knows nothing of this one. */
export function drawFolder(): string {
  return randomBytes(20).toString('hex');
}

export function keysOf(folder: string) {
  return {
    upload: `${QUARANTINE}${folder}/upload`,
    waiting: (name: string) => `${QUARANTINE}${folder}/${name}.jpg`,
    kept: (name: string) => `${PRIVATE}${folder}/${name}.jpg`,
  };
}
