import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpAppOptions } from '../http-app-options.ts';
import type { Deadlines } from './deadlines.ts';
import { badText } from './json-body.ts';
import { endTrace, inContextOf, startTrace, traceIdOf } from './request-trace.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** An event stream is as long as it is: its duration says nothing about how fast we are. */
    isStream: boolean;
  }
}

const SLOW_SECONDS = 1;

/** One hook per stage, because each costs a little of every request. */
export function addRequestHooks(instance: FastifyInstance, options: HttpAppOptions, deadlines: Deadlines): void {
  const { service, logger, metrics } = options;
  instance.decorateRequest('isStream', false);
  instance.decorateRequest('trace', null);
  instance.addHook('onRequest', (request, reply, done) => {
    deadlines.set(reply, request.routeOptions.config.body?.timeoutMs);
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    startTrace(request, service);
    if (request.raw.url?.includes('%00') === true) done(badText());
    else done();
  });
  // The context begins only here: reading the body would lose it again.
  instance.addHook('preValidation', (request, _reply, done) => inContextOf(request, service, done));
  instance.addHook('onResponse', (request, reply, done) => {
    deadlines.clear(reply);
    endTrace(request, reply.statusCode);
    if (request.isStream) return done();
    const seconds = reply.elapsedTime / 1_000;
    const finished = { method: request.method, route: routeOf(request), status: reply.statusCode, seconds };
    metrics?.observeRequest(finished);
    // What went well and fast is in the metrics; a line for each would cost more than it tells.
    if (finished.status >= 400 || seconds > SLOW_SECONDS) {
      logger.info({ ...finished, requestId: request.id, traceId: traceIdOf(request) }, 'request');
    }
    done();
  });
}

/** The pattern, never the address: that may hold a ticket or a name. */
function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
}
