import { z } from 'zod';
import { type Warning, warningAt } from '../../../use-cases/posts/screen-report.ts';
import type { ShownPhoto } from '../../../use-cases/photos/show-photos.ts';
import { photoResponse, toPhotoResponse } from './photo.response.ts';

const form = z.object({
  name: z.string().describe('original, or the longest edge in pixels.'),
  width: z.int(),
  height: z.int(),
  url: z.string().describe('Good for some minutes; ask again for another.'),
  expiresAt: z.iso.datetime(),
});

export const photosResponse = z.object({
  photos: z.array(
    photoResponse.extend({
      forms: z.array(form).describe('The largest first. Strangers get redacted forms, and none before there are any.'),
    }),
  ),
});

export const changedPhotosResponse = photosResponse.extend({
  warnings: z.array(z.object({ path: z.string(), code: z.string(), detail: z.string() })),
});

export function toPhotosResponse(photos: readonly ShownPhoto[]): z.infer<typeof photosResponse> {
  return {
    photos: photos.map(({ photo, forms }) => ({
      ...toPhotoResponse(photo),
      forms: forms.map(({ name, width, height, url, expiresAt }) => ({
        name,
        width,
        height,
        url,
        expiresAt: expiresAt.toISOString(),
      })),
    })),
  };
}

export function captionWarnings(masked: readonly string[]): Warning[] {
  return masked.length === 0 ? [] : [warningAt('caption', masked)];
}
