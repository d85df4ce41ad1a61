import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { basicAuth, type Credentials } from './basic-auth.ts';
import { ContractRegistry, type ContractRegistryOptions } from './contract-registry.ts';
import { RegistryRefusal } from './registry-refusal.ts';
import { compatibilityRoutes } from './routes/compatibility-routes.ts';
import { schemaRoutes } from './routes/schema-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { subjectRoutes } from './routes/subject-routes.ts';

export interface RegistryRoutesOptions extends ContractRegistryOptions {
  readonly auth?: Credentials;
  readonly onUnexpected?: (error: unknown) => void;
}

const VENDOR_TYPE = 'application/vnd.schemaregistry.v1+json';
const JSON_TYPES = /^application\/(vnd\.schemaregistry(\.v1)?\+)?json(;|$)/;
/** The largest schema has 9 kB. */
const BODY_LIMIT = 256 * 1024;

/** The HTTP API of Confluent's registry, as a plugin: mount it under any prefix. */
export async function registryRoutes(parent: FastifyInstance, options: RegistryRoutesOptions): Promise<void> {
  const registry = new ContractRegistry(options);
  await parent.register(async (server) => {
    if (options.auth) server.addHook('onRequest', basicAuth(options.auth));
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(JSON_TYPES, { parseAs: 'string', bodyLimit: BODY_LIMIT }, parseJson);
    server.addHook('onSend', async (request, reply) => void reply.header('content-type', typeFor(request)));
    server.setErrorHandler((error, _request, reply) => refuse(error, reply, options.onUnexpected));
    server.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ error_code: 404, message: 'HTTP 404 Not Found' }),
    );
    server.get('/', () => ({}));
    subjectRoutes(server, registry);
    schemaRoutes(server, registry.index);
    compatibilityRoutes(server, registry);
    settingsRoutes(server, registry.index);
  });
}

async function parseJson(_request: FastifyRequest, text: string | Buffer): Promise<unknown> {
  // Some clients name a media type on every request, also where they send nothing.
  if (text.length === 0) return undefined;
  try {
    return JSON.parse(text.toString());
  } catch {
    throw new RegistryRefusal(400, 400, 'The body is not JSON');
  }
}

/** Clients of today take either; some older ones take plain JSON only, and so does a browser that shall show it. */
function typeFor({ headers: { accept = '' } }: FastifyRequest): string {
  const plain = accept.includes('application/json') || accept.includes('text/html');
  return plain && !accept.includes('schemaregistry') ? 'application/json' : VENDOR_TYPE;
}

function refuse(error: unknown, reply: FastifyReply, onUnexpected?: (error: unknown) => void): FastifyReply {
  if (error instanceof RegistryRefusal) {
    return reply.code(error.status).send({ error_code: error.errorCode, message: error.message });
  }
  const { statusCode = 500, message } = Object(error) as Partial<FastifyError>;
  if (statusCode < 500) return reply.code(statusCode).send({ error_code: statusCode, message });
  onUnexpected?.(error);
  return reply.code(500).send({ error_code: 50_001, message: 'Error in the backend data store' });
}
