import type { ServerResponse } from 'node:http';
import type { FastifyPluginCallback } from 'fastify';
import type { ObjectHandler } from './object-handler.ts';

/** Mounts the handler in Fastify: `app.register(objectRoutes(handler), { prefix: '/objects' })`. */
export function objectRoutes(handle: ObjectHandler): FastifyPluginCallback {
  return (routes, _options, done) => {
    const open = new Set<ServerResponse>();
    // Fastify does not see these answers end, and would wait for their connections until they are idle for a minute.
    routes.addHook('preClose', (ready) => {
      for (const response of open) endConnectionAfter(response);
      ready();
    });
    // Bodies go to the disk as they come; Fastify must neither read nor limit them.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    routes.route({
      method: ['GET', 'PUT', 'OPTIONS'],
      exposeHeadRoute: false,
      url: '/*',
      handler: async (request, reply) => {
        reply.hijack();
        open.add(reply.raw);
        reply.raw.once('close', () => open.delete(reply.raw));
        await handle(request.raw, reply.raw);
      },
    });
    done();
  };
}

function endConnectionAfter(response: ServerResponse): void {
  response.shouldKeepAlive = false;
  const { socket } = response.req;
  response.once('close', () => socket.end());
}
