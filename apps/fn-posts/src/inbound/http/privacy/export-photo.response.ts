import { z } from 'zod';
import type { ExportedRecords } from '../../../use-cases/privacy/export-personal-data.ts';
import type { ShownPhoto } from '../../../use-cases/photos/show-photos.ts';
import { photoResponse, toPhotoResponse } from '../photos/photo.response.ts';

const timestamp = z.iso.datetime();

const link = { url: z.string().describe('Good for a day: export again for another.'), expiresAt: timestamp };

export const linkedPhotoResponse = photoResponse.extend({
  forms: z.array(
    z.object({
      name: z.string().describe('original, the longest edge in pixels, or redacted-… as others see it.'),
      width: z.int(),
      height: z.int(),
      ...link,
    }),
  ),
});

export function toLinkedPhoto({ photo, forms }: ShownPhoto): z.infer<typeof linkedPhotoResponse> {
  return {
    ...toPhotoResponse(photo),
    forms: forms.map(({ name, width, height, url, expiresAt }) => {
      return { name, width, height, url, expiresAt: expiresAt.toISOString() };
    }),
  };
}

export const uploadResponse = z.object({
  id: z.uuid(),
  state: z.enum(['awaited', 'ready', 'dropped']).describe('dropped: its files are about to be deleted.'),
  createdAt: timestamp,
  goneBy: timestamp.nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  byteLength: z.int().nullable(),
  placeholder: z.string().nullable(),
  link: z.object(link).nullable(),
});

export function toUpload({ photo, ...upload }: ExportedRecords['uploads']): z.infer<typeof uploadResponse> {
  const { id, state, createdAt, goneBy, link: signed } = upload;
  return {
    id,
    state,
    createdAt: createdAt.toISOString(),
    goneBy: goneBy?.toISOString() ?? null,
    width: photo?.width ?? null,
    height: photo?.height ?? null,
    byteLength: photo?.byteLength ?? null,
    placeholder: photo?.placeholder ?? null,
    link: signed && { url: signed.url, expiresAt: signed.expiresAt.toISOString() },
  };
}
