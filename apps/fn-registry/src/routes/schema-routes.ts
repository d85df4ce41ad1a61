import type { FastifyInstance } from 'fastify';
import type { SchemaIndex } from '../schema-index.ts';

interface ById {
  readonly Params: { readonly id: string };
}
interface Listing {
  readonly Querystring: { readonly subjectPrefix?: string; readonly latestOnly?: string };
}

export function schemaRoutes(server: FastifyInstance, index: SchemaIndex): void {
  server.get('/schemas/types', () => ['AVRO']);
  server.get<Listing>('/schemas', ({ query }) => {
    const rows = index.rows(query.subjectPrefix);
    const last = new Map(rows.map((row) => [row.subject, row]));
    return (query.latestOnly === 'true' ? [...last.values()] : rows).map(({ subject, version, id, schema }) => ({
      subject,
      version,
      id,
      schema,
    }));
  });
  server.get<ById>('/schemas/ids/:id', ({ params }) => ({ schema: index.schema(params.id).schema }));
  server.get<ById>('/schemas/ids/:id/schema', ({ params }, reply) => reply.send(index.schema(params.id).schema));
  server.get<ById>('/schemas/ids/:id/subjects', ({ params }) => [index.schema(params.id).subject]);
  server.get<ById>('/schemas/ids/:id/versions', ({ params }) => {
    const { subject, version } = index.schema(params.id);
    return [{ subject, version }];
  });
}
