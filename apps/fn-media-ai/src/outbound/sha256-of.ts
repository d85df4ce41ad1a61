import { createHash } from 'node:crypto';

/** In hex, as fn-posts publishes it of a photo. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
