import type { ErrorKind } from '@foundnow/kernel';

/** The only place where a kind of refusal becomes an HTTP status. */
export const ERROR_STATUS: Readonly<Record<ErrorKind, number>> = {
  validation: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  precondition: 412,
  'too-large': 413,
  'unsupported-media': 415,
  unprocessable: 422,
  'precondition-required': 428,
  'too-many': 429,
  dependency: 503,
  internal: 500,
};
