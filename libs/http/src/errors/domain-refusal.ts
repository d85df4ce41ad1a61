import type { DomainError } from '@foundnow/kernel';
import { ERROR_STATUS } from './error-status.ts';
import type { Refusal } from './refusal.ts';

export const INTERNAL: Refusal = {
  status: ERROR_STATUS.internal,
  code: 'internal',
  detail: 'Something went wrong on our side. Quote the trace id when you report it.',
};

export const DEPENDENCY_DOWN: Refusal = {
  status: ERROR_STATUS.dependency,
  code: 'dependency.unavailable',
  detail: 'A service that this one depends on does not answer. Try again shortly.',
  headers: { 'retry-after': '5' },
};

/** Refusals of this library, whose words are for callers. */
const SAID_HERE = new Set(['request.timeout', 'stream.unavailable']);

export function domainRefusalOf(error: DomainError): Refusal {
  if (error.kind === 'internal') return INTERNAL;
  return {
    status: ERROR_STATUS[error.kind],
    code: error.code,
    detail: detailOf(error),
    fields: error.fields,
    headers: headersOf(error),
  };
}

/** Of a dependency that is away, the words are for operators: they name buckets, keys and files. */
function detailOf({ kind, code, detail }: DomainError): string {
  return kind === 'dependency' && !SAID_HERE.has(code) ? DEPENDENCY_DOWN.detail : detail;
}

function headersOf(error: DomainError): Record<string, string> {
  const headers: Record<string, string> = {};
  if (error.kind === 'unauthenticated') headers['www-authenticate'] = challengeOf(error.code);
  if (error.retryAfterSeconds !== undefined) headers['retry-after'] = String(Math.ceil(error.retryAfterSeconds));
  return headers;
}

/** RFC 6750: who sent no token at all is told the scheme and nothing else. */
function challengeOf(code: string): string {
  return code.endsWith('.missing') ? 'Bearer' : 'Bearer error="invalid_token"';
}
