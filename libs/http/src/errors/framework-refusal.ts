import { HttpException } from '@nestjs/common';
import type { Refusal } from './refusal.ts';

/** Fastify refuses some requests before any handler sees them. Its own messages may repeat input, so none is passed on. */
const BY_CODE: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'request.media_type',
    detail: 'This media type is not taken here.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.too_large', detail: 'The request body is too large.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: 'request.body_missing',
    detail: 'The request says that it carries JSON, but its body is empty.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'request.malformed_json',
    detail: 'The request body is not valid JSON.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'request.content_length',
    detail: 'The body is not as long as Content-Length says.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'request.malformed_url', detail: 'The address is not a valid URL path.' },
};

export function frameworkRefusalOf(error: unknown): Refusal | undefined {
  if (error instanceof HttpException) return frameworkRefusalOf(error.cause) ?? ofHttpException(error);
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? BY_CODE[error.code] : undefined;
}

function ofHttpException(error: HttpException): Refusal | undefined {
  const status = error.getStatus();
  if (status === 404) return { status, code: 'route.unknown', detail: 'There is nothing at this address.' };
  if (status < 400 || status >= 500) return undefined;
  return { status, code: 'request.refused', detail: 'The request was refused.' };
}
