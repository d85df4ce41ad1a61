import { z } from 'zod';
import type { OpenedUpload } from '../../../use-cases/photos/open-upload.ts';
import type { ReadyUpload } from '../../../use-cases/photos/receive-upload.ts';

const expiresAt = z.iso.datetime().nullable().describe('Until then a post can take it; null once one has.');

export const readyUploadResponse = z.object({
  id: z.uuid().describe('For `photoUploadIds` of a new post, or `uploadId` of an existing one.'),
  width: z.int(),
  height: z.int(),
  byteLength: z.int(),
  placeholder: z.string().describe('A data: URL of some thirty pixels.'),
  expiresAt,
});

export const openedUploadResponse = z.object({
  id: z.uuid(),
  upload: z
    .object({
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.iso.datetime(),
    })
    .describe('Send the file there with exactly these headers, then complete the upload.'),
  expiresAt,
});

export function toReadyUpload({ photo, expiresAt: until }: ReadyUpload): z.infer<typeof readyUploadResponse> {
  const { id, width, height, byteLength, placeholder } = photo;
  return { id, width, height, byteLength, placeholder, expiresAt: until?.toISOString() ?? null };
}

export function toOpenedUpload({ id, request, expiresAt: until }: OpenedUpload): z.infer<typeof openedUploadResponse> {
  const upload = { ...request, headers: { ...request.headers }, expiresAt: request.expiresAt.toISOString() };
  return { id, upload, expiresAt: until?.toISOString() ?? null };
}
