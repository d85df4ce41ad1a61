import { createApp } from './create-app.ts';
import { observeConsumer } from './observe-consumer.ts';
import type { RootModule, RunningService, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import { openKit, type ServiceKit } from './service-kit.ts';
import { startWorkers } from './start-workers.ts';

/** Opens what the service needs, puts it on the wire, and answers with the way to stop it. */
export async function startService(
  definition: ServiceDefinition,
  env: ServiceEnv,
  moduleOf: (kit: ServiceKit) => RootModule,
): Promise<RunningService> {
  const closing = new AsyncDisposableStack();
  try {
    const kit = await openKit(definition, env, closing);
    startWorkers(definition, kit, closing);
    const observer = observeConsumer(kit.metrics.consumer, kit.logger);
    const { app } = await createApp(definition, env, kit, moduleOf(kit), observer);
    closing.defer(() => app.close());
    await app.startAllMicroservices();
    await app.listen(env.PORT, env.HOST);
    const url = await app.getUrl();
    kit.logger.info({ address: url }, 'listening');
    return { name: definition.name, url, stop: () => closing.disposeAsync() };
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}
