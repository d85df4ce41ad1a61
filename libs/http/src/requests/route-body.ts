import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';

/** What a route takes when that differs from JSON up to the limit of the app. */
export interface RouteBody {
  readonly limitBytes?: number;
  /** Media types taken instead of JSON, and handed over unread: see `bodyStreamOf`. */
  readonly streams?: readonly [string, ...string[]];
  /** How long the whole request may take, where uploads need more than others. */
  readonly timeoutMs?: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    body?: RouteBody;
  }
}

/** `@RouteTakes({ limitBytes: 2_000_000 })` for many items at once, `{ streams: ['multipart/form-data'] }` for files. */
export function RouteTakes(body: RouteBody): MethodDecorator {
  const config = RouteConfig({ body });
  return body.streams === undefined ? config : applyDecorators(config, ApiConsumes(...body.streams));
}
