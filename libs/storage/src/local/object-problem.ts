import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@foundnow/kernel';
import type { ErrorKind } from '@foundnow/kernel';

const STATUS: Partial<Record<ErrorKind, number>> = {
  validation: 400,
  forbidden: 403,
  missing: 404,
  precondition: 412,
  'too-large': 413,
  'unsupported-media': 415,
  unprocessable: 422,
  dependency: 503,
};
/** How much of a refused body is read to its end, so that its sender gets to read the answer. */
const DISCARD_BYTES = 4 * 1024 * 1024;
const DISCARD_MS = 5000;

export function problem(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const refusal = error instanceof DomainError ? error : undefined;
  const status = (refusal && STATUS[refusal.kind]) ?? 500;
  const body = JSON.stringify({
    type: 'about:blank',
    status,
    code: refusal?.code ?? 'internal',
    detail: refusal?.detail ?? 'Something went wrong here.',
  });
  if (refusal?.retryAfterSeconds !== undefined) response.setHeader('retry-after', refusal.retryAfterSeconds);
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
  discardRest(request);
}

function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let left = DISCARD_BYTES;
  const timer = setTimeout(() => request.destroy(), DISCARD_MS).unref();
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.once('close', () => clearTimeout(timer));
  request.once('error', () => clearTimeout(timer));
  request.resume();
}
