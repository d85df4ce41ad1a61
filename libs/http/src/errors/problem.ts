import { STATUS_CODES } from 'node:http';
import type { FieldError } from '@foundnow/kernel';
import type { Refusal } from './refusal.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457. `type` is about:blank, so `title` is the status phrase; `code` is what programs branch on. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly traceId: string;
  readonly errors?: readonly FieldError[];
}

export function problemOf(refusal: Refusal, traceId: string): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[refusal.status] ?? 'Error',
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail,
    traceId,
    ...(refusal.fields !== undefined && refusal.fields.length > 0 && { errors: refusal.fields }),
  };
}
