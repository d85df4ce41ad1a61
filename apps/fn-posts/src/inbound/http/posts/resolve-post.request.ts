import { z } from 'zod';
import { RESOLUTIONS } from '../../../domain/post/post-change.ts';

/** `POST /posts/{id}/resolve` */
export const resolvePostRequest = z.strictObject({ resolution: z.enum(RESOLUTIONS) });

export type ResolvePostRequest = z.infer<typeof resolvePostRequest>;
