import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceIdOf } from '../requests/request-trace.ts';
import type { RouteTable } from '../requests/route-table.ts';
import { discardRest } from './discard-rest.ts';
import { ERROR_STATUS } from './error-status.ts';
import { mediaRefusalOf } from './media-refusal.ts';
import { problemOf, PROBLEM_TYPE } from './problem.ts';
import { refusalOf } from './refusal-of.ts';
import type { Refusal } from './refusal.ts';

export interface ErrorReporter {
  /** Called for what is our fault (5xx), never for what a caller did wrong. */
  failed(error: unknown, facts: { requestId: string; traceId: string; route: string; status: number }): void;
}

export interface ProblemOptions {
  readonly routes: RouteTable;
  readonly reporter: ErrorReporter;
}

/** Turns whatever was thrown, by us or by the framework, into one problem+json answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly options: ProblemOptions) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = this.refuse(error, request);
    const traceId = traceIdOf(request);
    if (refusal.status >= 500) {
      const route = request.routeOptions?.url ?? 'unknown';
      this.options.reporter.failed(error, { requestId: request.id, traceId, route, status: refusal.status });
    }
    if (reply.sent || reply.raw.headersSent) return;
    const isBodyLeft = refusal.status === ERROR_STATUS['too-large'] && !request.raw.complete;
    // The framework would close the connection at once, and often take the answer along.
    if (isBodyLeft) reply.removeHeader('connection');
    void reply
      .code(refusal.status)
      .headers({ ...refusal.headers, 'content-type': PROBLEM_TYPE, 'x-request-id': request.id })
      .serializer(JSON.stringify)
      .send(problemOf(refusal, traceId));
    if (isBodyLeft) discardRest(request.raw);
  }

  private refuse(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof HttpException && error.getStatus() === 404 && request.is404) {
      const allowed = this.options.routes.otherMethodsAt(request.url, request.method);
      if (allowed.length > 0) return methodNotAllowed(allowed);
    }
    const refusal = refusalOf(error);
    return refusal.code === 'request.media_type' ? mediaRefusalOf(request) : refusal;
  }
}

function methodNotAllowed(allowed: readonly string[]): Refusal {
  const allow = allowed.join(', ');
  return {
    status: 405,
    code: 'route.method_not_allowed',
    detail: `This address answers to ${allow} only.`,
    headers: { allow },
  };
}
