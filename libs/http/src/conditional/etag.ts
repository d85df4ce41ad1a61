import { DomainError } from '@foundnow/kernel';
import { tagsOf } from './entity-tags.ts';

/** For `@ApiHeader(...)` on routes that change something. */
export const IF_MATCH_HEADER = {
  name: 'If-Match',
  required: true,
  description: 'The ETag of the version that this change is meant for; `*` for whichever there is.',
  schema: { type: 'string', maxLength: 1_024 },
} as const;

/**
 * Who may change a thing reads it under the bare version; what others are shown (a public form, say) is another
 * representation and needs another tag, `"3-public"`, or a cache would take one for the other. Such a tag never
 * matches If-Match: a change is meant for the whole, which its sender must have read.
 */
export function etagOf(version: number | string, view?: string): string {
  return view === undefined ? `"${version}"` : `"${version}-${view}"`;
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

function parse(header: string): '*' | string[] {
  if (header.trim() === '*') return '*';
  const tags = tagsOf(header);
  if (tags === undefined) throw malformed();
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
  const detail = 'If-Match holds quoted entity tags, such as "3", or *.';
  return new DomainError('precondition.malformed', 'validation', detail);
}
