import { z } from 'zod';

/** `POST /photos/direct`: what will be sent to the address that is answered. */
export const directUploadRequest = z.strictObject({
  contentType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif']),
  byteLength: z
    .int()
    .min(1)
    .max(10 * 1024 * 1024)
    .describe('Exactly as many bytes as will be sent.'),
});

export type DirectUploadRequest = z.infer<typeof directUploadRequest>;
