import { Readable } from 'node:stream';
import { DomainError } from '@foundnow/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Lets routes have what they declare with `@RouteTakes`; everywhere else bodies stay JSON up to the limit of the app. */
export function takeDeclaredBodies(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    const { limitBytes, streams, timeoutMs = 0 } = route.config?.body ?? {};
    if (limitBytes !== undefined) route.bodyLimit = limitBytes;
    // Node cuts a body that takes longer, whatever the route allows.
    instance.server.requestTimeout = Math.max(instance.server.requestTimeout, timeoutMs);
    if (streams === undefined) return;
    for (const type of streams) {
      if (!instance.hasContentTypeParser(type)) instance.addContentTypeParser(type, handOver);
    }
    // Before any of it is read, be it JSON or what another route streams.
    route.preParsing = (request, _reply, payload, done) => {
      const given = request.mediaType;
      done(given === undefined || streams.includes(given) ? null : wrongMediaType(), payload);
    };
  });
}

/** The body of a route that takes streams. Reading it fails with 413 beyond the limit of the route. */
export function bodyStreamOf({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body;
  const detail = 'The request has no body.';
  throw new DomainError('request.body_missing', 'validation', detail);
}

function handOver(request: FastifyRequest, payload: Readable, done: (error: Error | null, body?: Readable) => void) {
  const { config, bodyLimit } = request.routeOptions;
  if (config.body?.streams === undefined) return done(wrongMediaType());
  const limit = bodyLimit ?? 0;
  if (Number(request.headers['content-length'] ?? 0) > limit) return done(tooLarge());
  return done(null, Readable.from(upTo(limit, payload), { objectMode: false }));
}

/** Reads nothing until it is read, so that a refused upload does not fill our memory. */
async function* upTo(limit: number, payload: Readable): AsyncGenerator<Buffer> {
  let size = 0;
  // The socket must live on for the answer.
  for await (const chunk of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    yield chunk;
  }
}

function wrongMediaType(): DomainError {
  return new DomainError('request.media_type', 'unsupported-media', 'This media type is not taken here.');
}

function tooLarge(): DomainError {
  return new DomainError('request.too_large', 'too-large', 'The request body is too large.');
}
