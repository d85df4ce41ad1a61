import type { FastifyReply } from 'fastify';

export interface Once {
  /** The id of what was made, now or the first time. */
  readonly resource: string;
  /** It was made before; nothing was done this time. */
  readonly replayed: boolean;
}

/** For `@Res({ passthrough: true })`: a repetition differs from the first answer in this header only. */
export function markReplay(reply: FastifyReply, { replayed }: Once): void {
  if (replayed) reply.header('idempotent-replayed', 'true');
}
