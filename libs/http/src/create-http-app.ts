import 'reflect-metadata';
import { maxHeaderSize } from 'node:http';
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from './errors/problem-filter.ts';
import { answerOnSocket } from './errors/early-errors.ts';
import type { HealthCheck } from './health/health-check.ts';
import { serveHealth } from './health/health-routes.ts';
import { HEALTH_CHECKS } from './health/health.module.ts';
import { API_PREFIX, type HttpAppOptions } from './http-app-options.ts';
import { serveDocsPage } from './openapi/docs-page.ts';
import { buildDocument } from './openapi/document.ts';
import { declareAnswers, serializeAnswers } from './requests/answers.ts';
import { takeDeclaredBodies } from './requests/body-stream.ts';
import { controllerMethodsOf } from './requests/controller-methods.ts';
import { Deadlines } from './requests/deadlines.ts';
import { acceptOnlyJson } from './requests/json-body.ts';
import { addRequestHooks } from './requests/request-hooks.ts';
import { requestIdOf } from './requests/request-id.ts';
import { RouteTable } from './requests/route-table.ts';
import { assertStrictInput } from './requests/strict-input.ts';
import { boundShutdown } from './requests/shutdown.ts';
import { RequestValidationPipe } from './requests/validation-pipe.ts';

const REQUEST_TIMEOUT_MS = 30_000;
const SHUTDOWN_GRACE_MS = 10_000;

/** One way to put a service on the wire; everything in DESIGN §6 that is the same for all of them. */
export async function createHttpApp(
  rootModule: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const routes = new RouteTable();
  const filter = new ProblemFilter({
    routes,
    reporter: { failed: (error, facts) => options.logger.error({ err: error, ...facts }, 'request failed') },
  });
  const adapter = createAdapter(options, filter);
  const instance = adapter.getInstance();
  routes.watch(instance);
  acceptOnlyJson(instance);
  takeDeclaredBodies(instance);
  serializeAnswers(instance);
  const deadlines = new Deadlines(options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS);
  addRequestHooks(instance, options, deadlines);
  instance.addHook('onClose', async () => deadlines.stop());
  boundShutdown(instance, options.shutdownGraceMs ?? SHUTDOWN_GRACE_MS);
  const app = await NestFactory.create<NestFastifyApplication>(rootModule, adapter, {
    bodyParser: false,
    logger: options.nestLogger ?? false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX);
  app.useGlobalFilters(filter);
  app.useGlobalPipes(new RequestValidationPipe());
  allowOrigins(app, options.corsOrigins ?? []);
  describe(app, options);
  return app;
}

function describe(app: NestFastifyApplication, options: HttpAppOptions): void {
  const instance = app.getHttpAdapter().getInstance();
  const methods = controllerMethodsOf(app);
  assertStrictInput(methods);
  declareAnswers(methods);
  let document: string | undefined;
  instance.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(buildDocument(app, options.api));
    return reply.header('content-type', 'application/json').send(document);
  });
  serveDocsPage(instance, options.api.title);
  serveHealth(instance, () => checksOf(app), options.metrics);
}

function checksOf(app: NestFastifyApplication): readonly HealthCheck[] {
  try {
    return app.get<readonly HealthCheck[]>(HEALTH_CHECKS, { strict: false });
  } catch {
    return [];
  }
}

function createAdapter(options: HttpAppOptions, filter: ProblemFilter): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: options.bodyLimitBytes ?? 512 * 1024,
    requestTimeout: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    // As long as an address can be: what a parameter may hold is for its schema to say, with 400.
    routerOptions: { maxParamLength: maxHeaderSize },
    genReqId: requestIdOf,
    requestIdHeader: false,
    skipMiddie: true,
    clientErrorHandler: answerOnSocket,
    forceCloseConnections: 'idle',
    // Work that still arrives on an open connection is done, not turned away; the answer says `Connection: close`.
    return503OnClosing: false,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(error, request, reply),
  });
}

function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: [...origins],
    strictPreflight: false,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match', 'X-Request-Id'],
    exposedHeaders: ['ETag', 'Location', 'Retry-After', 'X-Request-Id', 'Idempotent-Replayed'],
    maxAge: 600,
  });
}
