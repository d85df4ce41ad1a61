import type { FastifyInstance } from 'fastify';
import type { ContractRegistry } from '../contract-registry.ts';
import { offeredSchema } from '../offered-schema.ts';
import { readOnly } from '../registry-refusal.ts';

interface OfSubject {
  readonly Params: { readonly subject: string };
}
interface OfVersion {
  readonly Params: { readonly subject: string; readonly version: string };
}

const NOTHING_IS_REMOVED = 'Nothing is ever removed: messages may still carry the ids';

export function subjectRoutes(server: FastifyInstance, registry: ContractRegistry): void {
  const { index } = registry;
  server.get<{ Querystring: { subjectPrefix?: string } }>('/subjects', ({ query }) =>
    index.subjects(query.subjectPrefix),
  );
  server.post<OfSubject>('/subjects/:subject', ({ params, body }) => {
    const { subject, version, id, schema } = registry.find(params.subject, offeredSchema(body));
    return { subject, version, id, schema };
  });
  server.get<OfSubject>('/subjects/:subject/versions', ({ params }) =>
    index.versions(params.subject).map((row) => row.version),
  );
  server.post<OfSubject>('/subjects/:subject/versions', ({ params, body }) => {
    return { id: registry.register(params.subject, offeredSchema(body)).id };
  });
  server.get<OfVersion>('/subjects/:subject/versions/:version', ({ params }) => {
    const { subject, version, id, schema } = index.version(params.subject, params.version);
    return { subject, version, id, schema };
  });
  server.get<OfVersion>('/subjects/:subject/versions/:version/schema', ({ params }, reply) =>
    reply.send(index.version(params.subject, params.version).schema),
  );
  server.get<OfVersion>('/subjects/:subject/versions/:version/referencedby', ({ params }) => {
    index.version(params.subject, params.version);
    return [];
  });
  for (const path of ['/subjects/:subject', '/subjects/:subject/versions/:version']) {
    server.delete<OfSubject>(path, ({ params }) => {
      index.versions(params.subject);
      throw readOnly(NOTHING_IS_REMOVED);
    });
  }
}
