import type { Environment } from '@foundnow/config';
import type { RunningService } from '@foundnow/service';
import { services } from './services.ts';

export interface StartedService {
  readonly name: string;
  readonly about: string;
  readonly url: string;
}

/** All at once. When one fails, those that came up are stopped with everything else before the failure is told. */
export async function startServices(
  environments: Readonly<Record<string, Environment>>,
  closing: AsyncDisposableStack,
): Promise<StartedService[]> {
  const starts = await Promise.allSettled(
    services.map(async (service) => ({ service, running: await service.start(environments[service.name] ?? {}) })),
  );
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  closing.defer(() => stopAll(running.map((each) => each.running)));
  const failure = starts.find((start) => start.status === 'rejected');
  if (failure) throw failure.reason;
  return running.map(({ service: { name, about }, running: { url } }) => ({ name, about, url }));
}

async function stopAll(running: readonly RunningService[]): Promise<void> {
  await Promise.all(running.map((service) => service.stop()));
}
