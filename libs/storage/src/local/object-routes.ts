import type { FastifyPluginCallback } from 'fastify';
import type { ObjectHandler } from './object-handler.ts';

/** Mounts the handler in Fastify: `app.register(objectRoutes(handler), { prefix: '/objects' })`. */
export function objectRoutes(handle: ObjectHandler): FastifyPluginCallback {
  return (routes, _options, done) => {
    // Bodies go to the disk as they come; Fastify must neither read nor limit them.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    routes.route({
      method: ['GET', 'PUT', 'OPTIONS'],
      exposeHeadRoute: false,
      url: '/*',
      handler: async (request, reply) => {
        reply.hijack();
        await handle(request.raw, reply.raw);
      },
    });
    done();
  };
}
