import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@foundnow/kernel';
import { discardRest, domainRefusalOf, INTERNAL, problemOf, PROBLEM_TYPE } from '@foundnow/http/problems';

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
  response.writeHead(refusal.status, {
    ...refusal.headers,
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
  discardRest(request);
}
