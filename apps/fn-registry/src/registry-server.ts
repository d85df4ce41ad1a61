import { createMetrics, type Metrics } from '@foundnow/telemetry';
import fastify, { type FastifyInstance } from 'fastify';
import { registryRoutes, type RegistryRoutesOptions } from './registry-routes.ts';

export { registryRoutes, type RegistryRoutesOptions } from './registry-routes.ts';

/** The registry alone, with what an operator asks any service: alive, ready, metrics. Those need no password. */
export function createRegistryServer(options: RegistryRoutesOptions = {}): FastifyInstance {
  const metrics = createMetrics('fn-registry');
  const server = fastify({
    forceCloseConnections: 'idle',
    requestTimeout: 10_000,
    routerOptions: { maxParamLength: 512 },
  });
  countRequests(server, metrics);
  server.get('/health/live', () => ({ state: 'alive' }));
  // Everything it answers with is in its memory since before it listens.
  server.get('/health/ready', () => ({ state: 'ready', checks: {} }));
  server.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await metrics.render();
    return reply.type(contentType).send(body);
  });
  void server.register(registryRoutes, options);
  return server;
}

function countRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'none';
    metrics.observeRequest({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
  });
}
