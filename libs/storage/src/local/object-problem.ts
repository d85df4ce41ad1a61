import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@foundnow/kernel';
import { domainRefusalOf, INTERNAL, problemOf, PROBLEM_TYPE } from '@foundnow/http/problems';

/** How much of a refused body is read to its end, so that its sender gets to read the answer. */
const DISCARD_BYTES = 4 * 1024 * 1024;
const DISCARD_MS = 5000;

/** Called for what is our fault (5xx): the answer holds nothing but the trace id. */
export type ReportFailure = (error: unknown, facts: { readonly traceId: string; readonly status: number }) => void;

export interface Failed {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly traceId: string;
  readonly report: ReportFailure | undefined;
}

export function answerProblem(error: unknown, { request, response, traceId, report }: Failed): void {
  const refusal = error instanceof DomainError ? domainRefusalOf(error) : INTERNAL;
  const isGone = response.destroyed || request.socket.destroyed;
  // A client that went away in the middle is no fault of ours.
  if (refusal.status >= 500 && !isGone) report?.(error, { traceId, status: refusal.status });
  if (response.headersSent || isGone) return void response.destroy();
  const body = JSON.stringify(problemOf(refusal, traceId));
  // Closing at once would take the answer from a sender that is still busy: the rest is discarded instead.
  const { connection: _closing, ...headers } = refusal.headers ?? {};
  response.writeHead(refusal.status, {
    ...headers,
    'content-type': PROBLEM_TYPE,
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
