import type { FastifyInstance } from 'fastify';
import type { SchemaIndex } from '../schema-index.ts';
import { readOnly, RegistryRefusal } from '../registry-refusal.ts';

interface OfSubject {
  readonly Params: { readonly subject?: string };
}

const LEVEL = 'FULL_TRANSITIVE';
const MODE = 'READONLY';

/** The rules are the repository's; whoever sets what holds already is told that it does. */
export function settingsRoutes(server: FastifyInstance, index: SchemaIndex): void {
  const known = (subject: string | undefined) => subject !== undefined && index.versions(subject);
  for (const path of ['/config', '/config/:subject']) {
    server.get<OfSubject>(path, ({ params }) => {
      known(params.subject);
      return { compatibilityLevel: LEVEL };
    });
    server.put<OfSubject>(path, ({ params, body }) => {
      known(params.subject);
      if (asks(body, 'compatibility', LEVEL)) return { compatibility: LEVEL };
      throw readOnly(`Compatibility is ${LEVEL} for every subject, as contracts:check demands; it cannot be changed`);
    });
  }
  for (const path of ['/mode', '/mode/:subject']) {
    server.get<OfSubject>(path, ({ params }) => {
      known(params.subject);
      return { mode: MODE };
    });
    server.put<OfSubject>(path, ({ params, body }) => {
      known(params.subject);
      if (asks(body, 'mode', MODE)) return { mode: MODE };
      throw new RegistryRefusal(422, 42_205, `The mode is ${MODE}: ids come from the committed lock`);
    });
  }
  server.get('/contexts', () => ['.']);
}

function asks(body: unknown, key: string, value: string): boolean {
  return typeof body === 'object' && body !== null && Reflect.get(body, key) === value;
}
