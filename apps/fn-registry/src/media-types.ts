import type { FastifyRequest } from 'fastify';
import { RegistryRefusal } from './registry-refusal.ts';

const VENDOR_TYPE = 'application/vnd.schemaregistry.v1+json';
export const JSON_TYPES = /^application\/(vnd\.schemaregistry(\.v1)?\+)?json(;|$)/;

export async function parseJson(_request: FastifyRequest, text: string | Buffer): Promise<unknown> {
  // Some clients name a media type on every request, also where they send nothing.
  if (text.length === 0) return undefined;
  try {
    return JSON.parse(text.toString());
  } catch {
    throw new RegistryRefusal(400, 400, 'The body is not JSON');
  }
}

/** Clients of today take either; some older ones take plain JSON only, and so does a browser that shall show it. */
export function typeFor({ headers: { accept = '' } }: FastifyRequest): string {
  const plain = accept.includes('application/json') || accept.includes('text/html');
  return plain && !accept.includes('schemaregistry') ? 'application/json' : VENDOR_TYPE;
}
