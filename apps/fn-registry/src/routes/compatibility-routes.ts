import type { FastifyInstance } from 'fastify';
import type { ContractRegistry } from '../contract-registry.ts';
import { offeredSchema } from '../offered-schema.ts';

interface Asked {
  readonly Params: { readonly subject: string; readonly version?: string };
  readonly Querystring: { readonly verbose?: string };
}

export function compatibilityRoutes(server: FastifyInstance, registry: ContractRegistry): void {
  const { index } = registry;
  for (const path of [
    '/compatibility/subjects/:subject/versions',
    '/compatibility/subjects/:subject/versions/:version',
  ]) {
    server.post<Asked>(path, ({ params: { subject, version }, query, body }) => {
      const there = version === undefined ? index.versions(subject) : [index.version(subject, version)];
      const messages = registry.reasons(offeredSchema(body), there);
      return { is_compatible: messages.length === 0, ...(query.verbose === 'true' && { messages }) };
    });
  }
}
