import { SpanKind } from '@opentelemetry/api';
import { openTrace, runWith, type OpenTrace } from '@foundnow/telemetry';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    trace: OpenTrace | null;
  }
}

/** The id under which a request is found in traces and logs; one that was refused before it had any keeps its own id. */
export function traceIdOf(request: FastifyRequest): string {
  return request.trace?.traceId ?? request.id;
}

export function startTrace(request: FastifyRequest, service: string): void {
  const { traceparent } = request.headers;
  const name = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
  const parent = typeof traceparent === 'string' ? traceparent : undefined;
  request.trace = openTrace(parent, name, { service, kind: SpanKind.SERVER });
}

/** Whatever the handler logs, publishes or calls carries the ids of the request. */
export function inContextOf({ id, trace }: FastifyRequest, service: string, run: () => void): void {
  runWith({ service, requestId: id, correlationId: id }, () => (trace === null ? run() : trace.run(run)));
}

export function endTrace({ trace }: FastifyRequest, status: number): void {
  const attributes = { 'http.response.status_code': status };
  trace?.end(status >= 500 ? { attributes, error: new Error('server error') } : { attributes });
}
