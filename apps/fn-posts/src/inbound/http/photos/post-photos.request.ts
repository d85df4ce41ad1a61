import { z } from 'zod';
import { postId } from '../posts/post-fields.ts';

export const photoOfPost = z.strictObject({ id: postId, photoId: z.uuid() });
export type PhotoOfPost = z.infer<typeof photoOfPost>;

const caption = z.string().trim().min(1).max(500).nullable();

export const addPhotoRequest = z.strictObject({ uploadId: z.uuid(), caption: caption.default(null) });
export type AddPhotoRequest = z.infer<typeof addPhotoRequest>;

export const captionRequest = z.strictObject({ caption });
export type CaptionRequest = z.infer<typeof captionRequest>;

export const orderRequest = z.strictObject({ photoIds: z.array(z.uuid()).max(10) });
export type OrderRequest = z.infer<typeof orderRequest>;
