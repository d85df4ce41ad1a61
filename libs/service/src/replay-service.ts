import type { ConsumerObserver, Outcome } from '@foundnow/messaging';
import { createApp } from './create-app.ts';
import { observeConsumer } from './observe-consumer.ts';
import type { RootModule, ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import { openKit, type ServiceKit } from './service-kit.ts';

export interface ReplayResult {
  readonly generation: number;
  readonly handled: number;
  readonly skipped: number;
  readonly deadLettered: number;
  /** False when it was interrupted before the end of the log. */
  readonly complete: boolean;
}

const GENERATION_EPOCH = Date.UTC(2026, 0, 1);

/** Runs the whole log through the service's handlers; what it publishes leaves by the relay of the live service. */
export async function replayService(
  definition: ServiceDefinition,
  env: ServiceEnv,
  moduleOf: (kit: ServiceKit) => RootModule,
  signal: AbortSignal,
): Promise<ReplayResult> {
  const closing = new AsyncDisposableStack();
  try {
    const kit = await openKit(definition, env, closing);
    const tally: Record<Outcome, number> = { handled: 0, skipped: 0, 'dead-lettered': 0, 'given-back': 0 };
    const observer = counting(observeConsumer(kit.metrics.consumer, kit.logger), tally);
    const { app, consumer } = await createApp(definition, env, kit, moduleOf(kit), observer);
    closing.defer(() => app.close());
    await app.init();
    const generation = newGeneration();
    const replay = await consumer.replay(generation);
    signal.addEventListener('abort', () => void replay.stop(), { once: true });
    await replay.done;
    const { handled, skipped, 'dead-lettered': deadLettered } = tally;
    return { generation, handled, skipped, deadLettered, complete: !signal.aborted };
  } finally {
    await closing.disposeAsync();
  }
}

/** Rises with every replay, fits PostgreSQL's integer until 2094, and asks nobody. */
function newGeneration(): number {
  return Math.floor((Date.now() - GENERATION_EPOCH) / 1000);
}

function counting(observer: ConsumerObserver, tally: Record<Outcome, number>): ConsumerObserver {
  return {
    ...observer,
    finished(delivery, outcome, milliseconds) {
      tally[outcome] += 1;
      observer.finished?.(delivery, outcome, milliseconds);
    },
  };
}
