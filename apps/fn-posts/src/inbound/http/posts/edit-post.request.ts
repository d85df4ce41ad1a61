import { z } from 'zod';
import type { EditRequest } from '../../../use-cases/posts/edit-post.ts';
import { attributeFields, postFields } from './post-fields.ts';

/** `PATCH /posts/{id}`: what is not named stays. Kind, author and organization are no fields of it: they never change. */
export const editPostRequest = z
  .strictObject({ ...postFields, attributes: z.strictObject(attributeFields).partial() })
  .partial();

export type EditPostRequest = z.infer<typeof editPostRequest>;

/** Field by field, as a report is taken: what is added to the request later must not slip into the post unseen. */
export function toEditRequest(request: EditPostRequest): EditRequest {
  return named({
    title: request.title,
    description: request.description,
    category: request.category,
    tags: request.tags,
    attributes: request.attributes && named(request.attributes),
    location: request.location,
    radiusMeters: request.radiusMeters,
    occurredFrom: dateOf(request.occurredFrom),
    occurredTo: dateOf(request.occurredTo),
    timeZone: request.timeZone,
    visibility: request.visibility,
    language: request.language,
    reward: request.reward,
    identifiers: request.identifiers,
    proof: request.proof,
  });
}

type Named<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that were not named. */
function named<T extends object>(fields: T): Named<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Named<T>;
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
