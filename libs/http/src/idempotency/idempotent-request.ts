import { createHash } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import type { FastifyRequest } from 'fastify';

/** One request that may come again, told by who sent it where under which key. */
export interface IdempotentRequest {
  readonly person: string;
  /** Hash of person, route and key. */
  readonly id: Buffer;
  /** Hash of what was asked: the same key for something else is a mistake of the caller. */
  readonly fingerprint: Buffer;
}

/** For `@ApiHeader(...)` on routes that create. */
export const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'Up to 255 visible characters. Repeating a request with it within 24 hours does nothing twice.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

const VISIBLE = /^[\x21-\x7e]{1,255}$/;

export function idempotentRequestOf(request: FastifyRequest, person: string): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !VISIBLE.test(key)) throw invalidKey();
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  const path = request.url.split('?', 1)[0] ?? '';
  return {
    person,
    id: hashOf(person, route, key),
    fingerprint: hashOf(path, canonical(request.body)),
  };
}

function invalidKey(): DomainError {
  const detail = 'Idempotency-Key must be 1 to 255 visible ASCII characters, given once.';
  return new DomainError('idempotency.key_invalid', 'validation', detail);
}

function hashOf(...parts: readonly string[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}

/** The order of fields and the white space are not part of what was asked. */
function canonical(body: unknown): string {
  return (
    JSON.stringify(body, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}
