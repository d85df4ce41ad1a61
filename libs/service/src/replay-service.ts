import { closingAfter } from '@foundnow/kernel';
import { type Consumer, type ConsumerObserver, demandPast, type Outcome } from '@foundnow/messaging';
import { createApp } from './create-app.ts';
import { observeConsumer } from './observe-consumer.ts';
import type { ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import { withKit } from './service-kit.ts';

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
export async function replayService<Config extends ServiceEnv, UseCases>(
  definition: ServiceDefinition<Config, UseCases>,
  config: Config,
  signal: AbortSignal,
): Promise<ReplayResult> {
  return withKit(definition, config, async (kit) => {
    demandPast(kit.bus, 'A replay');
    const tally: Record<Outcome, number> = { handled: 0, skipped: 0, 'dead-lettered': 0, 'given-back': 0 };
    const observer = counting(observeConsumer(kit.metrics.consumer, kit.logger), tally);
    const { name, about, policies } = definition;
    const composition = await definition.compose(config, kit);
    const { app, consumer } = await createApp({ name, about, policies }, config, kit, composition, observer);
    return closingAfter(async (closing) => {
      closing.defer(() => app.close());
      await app.init();
      const generation = newGeneration();
      if (!signal.aborted) await runToEnd(await consumer.replay(generation), signal);
      const { handled, skipped, 'dead-lettered': deadLettered } = tally;
      return { generation, handled, skipped, deadLettered, complete: !signal.aborted };
    }, kit.complaintsOf('replay'));
  });
}

async function runToEnd(replay: Consumer, signal: AbortSignal): Promise<void> {
  const interrupt = () => void replay.stop();
  signal.addEventListener('abort', interrupt, { once: true });
  await replay.done;
  signal.removeEventListener('abort', interrupt);
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
