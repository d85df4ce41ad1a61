import { createHttpApp } from '@foundnow/http';
import { BusStrategy, failurePolicy } from '@foundnow/messaging';
import { isDependencyFailure } from '@foundnow/postgres';
import { NestLogger } from '@foundnow/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { observeConsumer } from './observe-consumer.ts';
import { eventsOf } from './run-in-context.ts';
import type { RootModule, RunningService, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import { openKit, type ServiceKit } from './service-kit.ts';

/** Opens what the service needs, puts it on the wire, and answers with the way to stop it. */
export async function startService(
  definition: ServiceDefinition,
  env: ServiceEnv,
  moduleOf: (kit: ServiceKit) => RootModule,
): Promise<RunningService> {
  const closing = new AsyncDisposableStack();
  try {
    const kit = await openKit(definition, env, closing);
    const app = await createApp(definition, env, kit, moduleOf(kit));
    closing.defer(() => app.close());
    app.connectMicroservice({ strategy: consumerOf(definition.name, kit) }, { inheritAppConfig: false });
    await app.startAllMicroservices();
    kit.relay.start();
    await app.listen(env.PORT, env.HOST);
    const url = await app.getUrl();
    kit.logger.info({ address: url }, 'listening');
    return { name: definition.name, url, stop: () => closing.disposeAsync() };
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

function createApp(
  { name, about, policies }: ServiceDefinition,
  env: ServiceEnv,
  { logger, metrics }: ServiceKit,
  module: RootModule,
): Promise<NestFastifyApplication> {
  return createHttpApp(module, {
    service: name,
    api: { title: name, description: about, accessOf: (method, path) => policies.accessOf(method, path) },
    logger,
    nestLogger: new NestLogger(logger),
    metrics,
    corsOrigins: env.CORS_ORIGINS,
  });
}

function consumerOf(name: string, { bus, decoder, metrics, logger }: ServiceKit): BusStrategy {
  return new BusStrategy({
    bus,
    decoder,
    group: name,
    policy: failurePolicy({ isDependencyFailure }),
    observer: observeConsumer(metrics.consumer, logger),
    runInContext: eventsOf(name),
  });
}
