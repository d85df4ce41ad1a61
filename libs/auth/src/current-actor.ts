import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { tokenError } from './tokens/token-errors.ts';

/** The signed-in one. Refuses when there is none, should a public route ask for it. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === null) throw tokenError('token.missing');
  return actor;
});

/** For public routes that show more to those who are signed in. */
export const ActorOrNobody = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<FastifyRequest>().actor,
);
