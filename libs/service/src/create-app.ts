import { createHttpApp } from '@foundnow/http';
import { BusStrategy, type ConsumerObserver, failurePolicy } from '@foundnow/messaging';
import { isDependencyFailure } from '@foundnow/postgres';
import { NestLogger } from '@foundnow/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RootModule } from './root-module.ts';
import { eventsOf } from './run-in-context.ts';
import type { Composition, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import type { ServiceKit } from './service-kit.ts';

export interface ServiceApp {
  readonly app: NestFastifyApplication;
  readonly consumer: BusStrategy;
}

/** The Nest app of a service with its event handlers connected; nothing listens or consumes yet. */
export async function createApp(
  { name, about, policies }: Pick<ServiceDefinition, 'name' | 'about' | 'policies'>,
  env: ServiceEnv,
  kit: ServiceKit,
  composition: Composition,
  observer: ConsumerObserver,
): Promise<ServiceApp> {
  const { logger, metrics, bus, decoder } = kit;
  const app = await createHttpApp(RootModule.of(composition, policies, env, kit), {
    service: name,
    api: { title: name, description: about, accessOf: (method, path) => policies.accessOf(method, path) },
    logger,
    nestLogger: new NestLogger(logger),
    metrics,
    corsOrigins: env.CORS_ORIGINS,
  });
  for (const { prefix, plugin } of composition.mounts ?? []) {
    app.getHttpAdapter().getInstance().register(plugin, { prefix });
  }
  const policy = failurePolicy({ isDependencyFailure });
  const consumer = new BusStrategy({ bus, decoder, group: name, policy, observer, runInContext: eventsOf(name) });
  app.connectMicroservice({ strategy: consumer }, { inheritAppConfig: false });
  return { app, consumer };
}
