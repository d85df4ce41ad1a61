import { z } from 'zod';
import type { PhotoView } from '../../../domain/photo/photo-view.ts';

export const photoResponse = z.object({
  id: z.uuid(),
  caption: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  placeholder: z.string().describe('A data: URL of some thirty pixels, to show until more may be shown.'),
  isPublic: z.boolean().describe('Whether strangers see more than the placeholder: once it has been redacted.'),
});

export type PhotoResponse = z.infer<typeof photoResponse>;

/** No key of the store among it: whoever may see a form is given an address of it. */
export function toPhotoResponse({ id, caption, width, height, placeholder, isPublic }: PhotoView): PhotoResponse {
  return { id, caption, width, height, placeholder, isPublic };
}
