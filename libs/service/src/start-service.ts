import { closingOnFailure } from '@foundnow/kernel';
import { provisionBus, tellWhoProvisions } from './bus/provision-bus.ts';
import { topicPlansOf } from './bus/topic-plans.ts';
import { examineConfig } from './config/examine-config.ts';
import { ConsumerLag } from './consumer-lag.ts';
import { createApp } from './create-app.ts';
import { observeConsumer } from './observe-consumer.ts';
import { afterClosing } from './open-logger.ts';
import type { RunningService, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import { type KitOverrides, openKit, type ServiceKit } from './service-kit.ts';
import { startWorkers } from './start-workers.ts';

/** Opens what the service needs, puts it on the wire, and answers with the way to stop it. */
export async function startService<Config extends ServiceEnv, UseCases>(
  definition: ServiceDefinition<Config, UseCases>,
  config: Config,
  overrides: KitOverrides = {},
): Promise<RunningService> {
  const { name, about, policies, schema } = definition;
  examineConfig(config);
  const closing = new AsyncDisposableStack();
  const open = async () => {
    const kit = await openKit(definition, config, closing, overrides);
    await provisionAtStart(name, config, kit);
    const composition = await definition.compose(config, kit);
    await composition.beforeServing?.();
    startWorkers(schema, kit, composition.workers ?? {}, closing);
    const observer = observeConsumer(kit.metrics.consumer, kit.logger);
    const { app, consumer } = await createApp({ name, about, policies }, config, kit, composition, observer);
    closing.defer(() => app.close());
    await app.startAllMicroservices();
    watchLag(kit, name, consumer.topics, closing);
    await app.listen(config.PORT, config.HOST);
    const url = await app.getUrl();
    kit.logger.info({ url }, 'listening');
    return { name, url, stop: () => closing.disposeAsync() };
  };
  return closingOnFailure(closing, open, afterClosing(name, config));
}

async function provisionAtStart(name: string, config: ServiceEnv, { logger }: ServiceKit): Promise<void> {
  if (!config.BUS_PROVISION) return;
  const { made, mended, warnings } = await provisionBus(config, topicPlansOf(name)).catch(tellWhoProvisions);
  const topics = [...made, ...mended];
  if (topics.length > 0) logger.info({ topics }, 'topics were made, or brought back to the catalog');
  // Of interest to an operator, who sees it with `fn bus check`: a service may not have the right to compare.
  for (const warning of warnings) logger.info({ component: 'bus:provision' }, warning);
}

function watchLag(
  { bus, metrics, complaintsOf }: ServiceKit,
  group: string,
  topics: readonly string[],
  closing: AsyncDisposableStack,
): void {
  const onError = complaintsOf('consumer-lag');
  const lag = new ConsumerLag({ bus, group, topics, metrics: metrics.consumer, onError });
  closing.defer(() => lag.stop());
  lag.start();
}
