import { uuid } from '@foundnow/http';
import { z } from 'zod';
import { MOST_PHOTOS } from '../../../domain/photo/photo.ts';
import type { ReportRequest } from '../../../use-cases/posts/draft-post.ts';
import { attributeFields, postFields } from './post-fields.ts';

const attributes = z.strictObject({
  brand: attributeFields.brand.default(null),
  model: attributeFields.model.default(null),
  color: attributeFields.color.default([]),
  material: attributeFields.material.default(null),
  marks: attributeFields.marks.default(null),
});

/** `POST /posts`. An unknown field is refused, never dropped. */
export const reportItemRequest = z.strictObject({
  ...postFields,
  kind: z.enum(['lost', 'found']),
  description: postFields.description.default(''),
  tags: postFields.tags.default([]),
  attributes: attributes.prefault({}),
  radiusMeters: postFields.radiusMeters.default(1000),
  visibility: postFields.visibility.nullable().default(null).describe('Default: what the organization decided.'),
  reward: postFields.reward.default(null),
  identifiers: postFields.identifiers.default([]).describe('Serial numbers and IMEIs; nobody is shown them again.'),
  proof: postFields.proof.default([]).describe('What only the owner could know; nobody is shown the answers.'),
  photoUploadIds: z.array(uuid).max(MOST_PHOTOS).default([]),
});

export type ReportItemRequest = z.infer<typeof reportItemRequest>;

/** Field by field: what is added to the request later must not slip into the post, and so into events, unseen. */
export function toReportRequest(request: ReportItemRequest): ReportRequest {
  return {
    report: {
      kind: request.kind,
      title: request.title,
      description: request.description,
      category: request.category,
      tags: request.tags,
      attributes: request.attributes,
      location: request.location,
      radiusMeters: request.radiusMeters,
      occurredFrom: new Date(request.occurredFrom),
      occurredTo: new Date(request.occurredTo),
      timeZone: request.timeZone,
      visibility: request.visibility,
      language: request.language,
      reward: request.reward,
    },
    photoUploadIds: request.photoUploadIds,
    identifiers: request.identifiers,
    proof: request.proof,
  };
}
