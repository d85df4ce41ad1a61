import type { FastifyInstance } from 'fastify';
import { basicAuth, type Credentials } from './basic-auth.ts';
import { ContractRegistry, type ContractRegistryOptions } from './contract-registry.ts';
import { compatibilityRoutes } from './routes/compatibility-routes.ts';
import { schemaRoutes } from './routes/schema-routes.ts';
import { settingsRoutes } from './routes/settings-routes.ts';
import { subjectRoutes } from './routes/subject-routes.ts';
import { JSON_TYPES, parseJson, typeFor } from './media-types.ts';
import { refuse } from './error-answers.ts';

export interface RegistryRoutesOptions extends ContractRegistryOptions {
  readonly auth?: Credentials;
  readonly onUnexpected?: (error: unknown) => void;
}

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
