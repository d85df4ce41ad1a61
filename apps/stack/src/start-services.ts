import type { Environment } from '@foundnow/config';
import type { RunningService } from '@foundnow/service';
import type { StackConfig } from './config.ts';
import { type Instance, instancesOf, ownEnvironment } from './instances.ts';

export interface StartedService {
  readonly name: string;
  readonly about: string;
  readonly url: string;
}

/** All at once. When one fails, those that came up are stopped with everything else before the failure is told. */
export async function startServices(
  config: StackConfig,
  environments: Readonly<Record<string, Environment>>,
  closing: AsyncDisposableStack,
): Promise<StartedService[]> {
  const start = (instance: Instance) =>
    instance.service.start({ ...environments[instance.service.name], ...ownEnvironment(instance, config) });
  const starts = await Promise.allSettled(
    instancesOf(config).map(async (instance) => ({ instance, running: await start(instance) })),
  );
  const running = starts.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  closing.defer(() => stopAll(running.map((each) => each.running)));
  const failure = starts.find((each) => each.status === 'rejected');
  if (failure) throw failure.reason;
  return running.map(({ instance, running: { url } }) => ({
    name: instance.name,
    about: instance.service.about,
    url,
  }));
}

async function stopAll(running: readonly RunningService[]): Promise<void> {
  await Promise.all(running.map((service) => service.stop()));
}
