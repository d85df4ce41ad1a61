import type { FastifyRequest } from 'fastify';
import type { Refusal } from './refusal.ts';

/** Says what the route takes (RFC 9110 §15.5.16), whoever refused: Fastify or we. */
export function mediaRefusalOf(request: FastifyRequest): Refusal {
  const taken = (request.routeOptions.config.body?.streams ?? ['application/json']).join(', ');
  return {
    status: 415,
    code: 'request.media_type',
    detail: `Send the body as ${taken}.`,
    headers: { 'accept-post': taken },
  };
}
