import type { FastifyError, FastifyReply } from 'fastify';
import { RegistryRefusal } from './registry-refusal.ts';

export function refuse(error: unknown, reply: FastifyReply, onUnexpected?: (error: unknown) => void): FastifyReply {
  if (error instanceof RegistryRefusal) {
    return reply.code(error.status).send({ error_code: error.errorCode, message: error.message });
  }
  const { statusCode = 500, message } = Object(error) as Partial<FastifyError>;
  if (statusCode < 500) return reply.code(statusCode).send({ error_code: statusCode, message });
  onUnexpected?.(error);
  return reply.code(500).send({ error_code: 50_001, message: 'Error in the backend data store' });
}
