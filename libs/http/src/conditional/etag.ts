import { DomainError } from '@foundnow/kernel';

/** For `@ApiHeader(...)` on routes that change something. */
export const IF_MATCH_HEADER = {
  name: 'If-Match',
  required: true,
  description: 'The ETag of the version that this change is meant for; `*` for whichever there is.',
  schema: { type: 'string', maxLength: 1_024 },
} as const;

const ENTITY_TAG = /^(W\/)?"([\x21\x23-\x7e]*)"$/;

export function etagOf(version: number | string): string {
  return `"${version}"`;
}

/** Which versions a change is meant for. */
export interface IfMatch {
  /** Throws 412 unless the current version is among them. */
  assertCurrent(version: number | string): void;
}

/** Missing: 428. Weak tags never match, because a change needs the exact version (RFC 9110 §13.1.1). */
export function ifMatchOf(header: string | undefined): IfMatch {
  if (header === undefined || header.trim() === '') throw missing();
  const tags = parse(header);
  return {
    assertCurrent(version) {
      if (tags !== '*' && !tags.includes(etagOf(version))) throw stale();
    },
  };
}

/** For `If-None-Match` on reads: may we answer 304? Here weak and strong tags are the same. */
export function isUnchanged(header: string | undefined, version: number | string): boolean {
  if (header === undefined) return false;
  const tags = parse(header);
  return tags === '*' || tags.some((tag) => tag.replace(/^W\//, '') === etagOf(version));
}

function parse(header: string): '*' | string[] {
  if (header.trim() === '*') return '*';
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.length > 16 || !tags.every((tag) => ENTITY_TAG.test(tag))) throw malformed();
  return tags;
}

function missing(): DomainError {
  const detail = 'Say which version you are changing: send If-Match with the ETag that you read.';
  return new DomainError('precondition.required', 'precondition-required', detail);
}

function stale(): DomainError {
  const detail = 'It was changed since you read it. Read it again and repeat your change.';
  return new DomainError('precondition.stale', 'precondition', detail);
}

function malformed(): DomainError {
  const detail = 'If-Match and If-None-Match hold quoted entity tags, such as "3", or *.';
  return new DomainError('precondition.malformed', 'validation', detail);
}
