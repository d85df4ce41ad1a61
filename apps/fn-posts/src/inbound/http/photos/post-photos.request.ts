import { uuid } from '@foundnow/http';
import { z } from 'zod';
import { MOST_PHOTOS } from '../../../domain/photo/photo.ts';
import { MOST_CHARACTERS } from '../../../domain/post/text-limits.ts';

export const photoOfPost = z.strictObject({ id: uuid, photoId: uuid });
export type PhotoOfPost = z.infer<typeof photoOfPost>;

const caption = z.string().trim().min(1).max(MOST_CHARACTERS.caption).nullable();

export const addPhotoRequest = z.strictObject({ uploadId: uuid, caption: caption.default(null) });
export type AddPhotoRequest = z.infer<typeof addPhotoRequest>;

export const captionRequest = z.strictObject({ caption });
export type CaptionRequest = z.infer<typeof captionRequest>;

export const orderRequest = z.strictObject({ photoIds: z.array(uuid).max(MOST_PHOTOS) });
export type OrderRequest = z.infer<typeof orderRequest>;
