import { createHash } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import type { FastifyRequest } from 'fastify';

/** One request that may come again, told by who sent it where under which key. */
export interface IdempotentRequest {
  readonly person: string;
  /** Hash of person, route and key. */
  readonly id: Buffer;
  /**
   * Hash of what was asked, where and for which organization: the same key for something else is a mistake of the
   * caller. The key, which is not kept, goes into it too, so that nobody can guess what was sent from the hash.
   */
  readonly fingerprint: Buffer;
}

/** For `@ApiHeader(...)` on routes that create. */
export const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'Up to 255 visible characters. Repeating a request with it within 24 hours does nothing twice.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

const JSON_TYPE = /^application\/json(?:$|[\s;])/i;
const VISIBLE = /^[\x21-\x7e]{1,255}$/;

/** Who asks, and for which organization: the actor of the token. */
export interface Asker {
  readonly userId: string;
  readonly orgId: string | null;
}

/** `contentHash` stands for a body that is not JSON (a photo, a form with files): only the route reads it. */
export function idempotentRequestOf(
  request: FastifyRequest,
  actor: Asker,
  contentHash?: string,
): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !VISIBLE.test(key)) throw invalidKey();
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  const content = contentHash === undefined ? ['json', jsonOf(request)] : ['hash', contentHash];
  return {
    person: actor.userId,
    id: hashOf(actor.userId, route, key),
    fingerprint: hashOf(key, actor.orgId ?? '', request.url, ...content),
  };
}

function jsonOf({ headers, body, method, routeOptions }: FastifyRequest): string {
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  if (isEmpty || JSON_TYPE.test(headers['content-type'] ?? '')) return canonical(body);
  // All such bodies would look the same, and a different photo would pass for a repetition.
  throw new TypeError(
    `${method} ${routeOptions.url ?? ''} takes more than JSON: give idempotentRequestOf a contentHash`,
  );
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
