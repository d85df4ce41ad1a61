import { z } from 'zod';
import { MOST_PHOTO_BYTES } from '../../../domain/photo/photo.ts';

/** `POST /photos/direct`: what will be sent to the address that is answered. */
export const directUploadRequest = z.strictObject({
  contentType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif']),
  byteLength: z.int().min(1).max(MOST_PHOTO_BYTES).describe('Exactly as many bytes as will be sent.'),
});

export type DirectUploadRequest = z.infer<typeof directUploadRequest>;
