import { type Clock, systemClock } from '@foundnow/kernel';
import type { FailurePolicy } from '../failure-policy.ts';
import type { MessageBus, StartAt, Subscription } from '../message-bus.port.ts';
import type { ConsumerObserver } from './consumer-observer.port.ts';
import type { Decoder } from './decoder.port.ts';
import type { HandlerTable } from './event-context.ts';
import { EventRunner, type RunInContext } from './event-runner.ts';
import { MessageProcessor } from './message-processor.ts';
import { realScheduler, type Scheduler } from './scheduler.ts';

export interface ConsumerOptions {
  readonly bus: MessageBus;
  readonly decoder: Decoder;
  readonly group: string;
  readonly topics: readonly string[];
  readonly handlers: HandlerTable;
  readonly policy: FailurePolicy;
  readonly generation?: number;
  readonly startAt?: StartAt;
  readonly bounded?: boolean;
  readonly observer?: ConsumerObserver;
  readonly runInContext?: RunInContext;
  readonly scheduler?: Scheduler;
  readonly clock?: Clock;
}

export interface Consumer {
  /** Resolves when the subscription stands. */
  start(): Promise<void>;
  /** Finishes what is under way; what waits for another try is given back. */
  stop(): Promise<void>;
  /** Settles when a bounded consumer has come to its end, or after a stop. */
  readonly done: Promise<void>;
}

/** Handlers of one group over one subscription, with decoding, failure policy and dead letters. */
export function createConsumer(options: ConsumerOptions): Consumer {
  const { bus, decoder, group, topics, handlers, generation = 0, startAt = 'beginning', bounded = false } = options;
  const stopping = new AbortController();
  const runInContext: RunInContext = options.runInContext ?? ((_, work) => work());
  const runner = new EventRunner({ name: group, generation }, decoder, handlers, runInContext);
  const { policy, observer = {}, scheduler = realScheduler, clock = systemClock } = options;
  const processor = new MessageProcessor(
    { bus, group, generation, policy, observer, scheduler, clock, stopping: stopping.signal },
    runner,
  );
  const ended = Promise.withResolvers<void>();
  let subscription: Promise<Subscription> | undefined;
  return {
    done: ended.promise,
    async start() {
      subscription ??= bus.subscribe({ group, generation, topics, startAt, bounded }, (message, { signal }) =>
        processor.process(message, signal),
      );
      void (await subscription).done.then(ended.resolve, ended.reject);
    },
    async stop() {
      stopping.abort(new Error(`The consumer ${group} is stopping`));
      // Why it could not begin was told by the start.
      const standing = await subscription?.catch(() => undefined);
      await standing?.stop();
      ended.resolve();
    },
  };
}
