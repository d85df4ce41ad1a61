import { EventDecoder, type EventMap, lockfileSchemaIds } from '@foundnow/contracts';
import { BusStrategy, type EventContext, failurePolicy, type MessageBus, OnEvent } from '@foundnow/messaging';
import { Controller, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

export interface Handled {
  readonly payload: EventMap['post.created'];
  readonly context: EventContext;
}

/** A Nest app with one ordinary handler, as a service has them. */
export async function startHandlerApp(
  bus: MessageBus,
  group: string,
): Promise<{ app: INestApplication; handled: Handled[] }> {
  const handled: Handled[] = [];
  @Controller()
  class Listening {
    @OnEvent('post.created')
    async take(payload: EventMap['post.created'], context: EventContext): Promise<void> {
      handled.push({ payload, context });
    }
  }
  class ListeningModule {}
  const module = { module: ListeningModule, controllers: [Listening] };
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false, abortOnError: false });
  const policy = failurePolicy({ isDependencyFailure: () => false });
  const decoder = new EventDecoder(lockfileSchemaIds());
  app.connectMicroservice({ strategy: new BusStrategy({ bus, decoder, group, policy, startAt: 'end' }) });
  await app.startAllMicroservices();
  return { app, handled };
}
