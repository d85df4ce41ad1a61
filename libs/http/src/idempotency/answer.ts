import type { FastifyReply } from 'fastify';

/** What a creating route answers: kept, so that a repeated request gets the very same. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: T;
}

export interface GivenAnswer<T> extends Answer<T> {
  /** It was given before; nothing was done this time. */
  readonly replayed: boolean;
}

/** For `@Res({ passthrough: true })`: sets status and headers, and returns the body for Nest to send. */
export function applyAnswer<T>(reply: FastifyReply, answer: GivenAnswer<T>): T {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.replayed) reply.header('idempotent-replayed', 'true');
  return answer.body;
}
