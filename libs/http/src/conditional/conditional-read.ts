import type { FastifyReply, FastifyRequest } from 'fastify';
import { tagsOf } from './entity-tags.ts';

/** For `@ApiHeader(...)` on reads that use `isKnown`; the document then lists 304. */
export const IF_NONE_MATCH_HEADER = {
  name: 'If-None-Match',
  required: false,
  description: 'The ETag of what you have: if that is still so, the answer is 304 without a body.',
  schema: { type: 'string', maxLength: 1_024 },
} as const;

/**
 * Says which state is answered; true when the caller has it: then return nothing, and 304 is sent. `etag` must differ
 * for all that the caller could be shown (`etagOf(version, view)`), because the version alone does not say which view.
 * A header that makes no sense is no condition: the caller gets the whole, which is never wrong.
 */
export function isKnown(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.headers({ etag, 'cache-control': 'private, no-cache' });
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  const known = header.trim() === '*' || tagsOf(header)?.some((tag) => tag.replace(/^W\//, '') === etag) === true;
  if (known) reply.code(304);
  return known;
}
