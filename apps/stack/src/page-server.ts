import { readFileSync } from 'node:fs';
import { registryRoutes } from '@foundnow/fn-registry';
import fastify, { type FastifyInstance } from 'fastify';
import { askService, type Watched } from './status.ts';

export interface PageFacts {
  readonly eventBus: string;
  readonly database: string;
  readonly example: string;
  readonly services: readonly Watched[];
}

const FILES = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
  ['/page.js', 'page.js', 'text/javascript; charset=utf-8'],
] as const;

/** The page that lists what runs, and the schema registry. It asks the services each time; it holds no state of its own. */
export function createPageServer(facts: PageFacts, token: () => Promise<string>): FastifyInstance {
  const server = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 512 } });
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
  for (const [path, file, type] of FILES) {
    const content = readFileSync(new URL(`page/${file}`, import.meta.url));
    server.get(path, (_request, reply) => reply.type(type).send(content));
  }
  server.get('/status.json', async () => {
    const bearer = await token();
    const services = await Promise.all(facts.services.map((service) => askService(service, bearer)));
    return { ...facts, services };
  });
  void server.register(registryRoutes, { prefix: '/registry' });
  return server;
}
