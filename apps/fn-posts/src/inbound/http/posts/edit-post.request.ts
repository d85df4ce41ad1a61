import { z } from 'zod';
import type { EditRequest } from '../../../use-cases/posts/edit-post.ts';
import { attributeFields, postFields } from './post-fields.ts';

/** `PATCH /posts/{id}`: what is not named stays. Kind, author and organization are no fields of it: they never change. */
export const editPostRequest = z
  .strictObject({ ...postFields, attributes: z.strictObject(attributeFields).partial() })
  .partial();

export type EditPostRequest = z.infer<typeof editPostRequest>;

export function toEditRequest({ occurredFrom, occurredTo, ...fields }: EditPostRequest): EditRequest {
  const edit = {
    ...fields,
    ...(occurredFrom !== undefined && { occurredFrom: new Date(occurredFrom) }),
    ...(occurredTo !== undefined && { occurredTo: new Date(occurredTo) }),
  };
  return edit as EditRequest;
}
