import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpAppOptions } from '../http-app-options.ts';
import { badText } from './json-body.ts';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const SLOW_SECONDS = 1;

export function traceparentOf(request: FastifyRequest): string | undefined {
  const given = request.headers.traceparent;
  return typeof given === 'string' && TRACEPARENT.test(given) ? given : undefined;
}

/** The id under which this request is found in traces; without tracing in front, the request id is as good. */
export function traceIdOf(request: FastifyRequest): string {
  return traceparentOf(request)?.split('-', 2)[1] ?? request.id;
}

export function addRequestHooks(instance: FastifyInstance, options: HttpAppOptions): void {
  instance.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (request.raw.url?.includes('%00') === true) done(badText());
    else done();
  });
  const { runInContext } = options;
  if (runInContext !== undefined) {
    // Not earlier: reading the body would lose the context again.
    instance.addHook('preValidation', (request, _reply, done) => {
      const { id } = request;
      runInContext({ requestId: id, correlationId: id, traceparent: traceparentOf(request) }, done);
    });
  }
  instance.addHook('onResponse', (request, reply, done) => {
    const seconds = reply.elapsedTime / 1_000;
    const finished = { method: request.method, route: routeOf(request), status: reply.statusCode, seconds };
    options.metrics?.observeRequest(finished);
    if (finished.status >= 400 || seconds > SLOW_SECONDS) {
      options.logger.info({ ...finished, requestId: request.id, traceId: traceIdOf(request) }, 'request');
    }
    done();
  });
}

function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
}
