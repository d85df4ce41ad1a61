import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Lets nobody in without these. Compares digests, so that the time says nothing about how much of it was right. */
export function basicAuth({ username, password }: Credentials) {
  const wanted = digest(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (timingSafeEqual(wanted, digest(request.headers.authorization ?? ''))) return undefined;
    reply.header('www-authenticate', 'Basic realm="schema registry"');
    return reply.code(401).send({ error_code: 401, message: 'Unauthorized' });
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
