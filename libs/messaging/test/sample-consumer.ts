import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Consumer,
  type ConsumerOptions,
  createConsumer,
  createReplay,
  type EventContext,
  failurePolicy,
  type FailurePolicy,
  type Scheduler,
} from '../src/index.ts';
import { sampleDecoder } from './sample-messages.ts';

/** Waits no time, and remembers how long it should have been. */
export class EagerScheduler implements Scheduler {
  readonly waited: number[] = [];

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.waited.push(milliseconds);
    await breathe();
  }
}

/** Waits until it is told to stop. */
export class NeverScheduler extends EagerScheduler {
  override async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    this.waited.push(milliseconds);
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
  }
}

export type SampleWork = (seq: number, context: EventContext) => Promise<void>;

export interface SampleOptions extends Pick<ConsumerOptions, 'bus' | 'group' | 'topics' | 'generation'> {
  readonly outsideEffect?: boolean;
  readonly scheduler?: EagerScheduler;
}

/** A whole consumer of samples, and what was seen of it. */
export class SampleConsumer {
  readonly handled: string[] = [];
  readonly contexts: EventContext[] = [];
  readonly decided: unknown[] = [];
  readonly scheduler: EagerScheduler;
  paused = 0;
  resumed = 0;
  private readonly consumer: Consumer;

  private constructor(
    { outsideEffect = false, scheduler = new EagerScheduler(), ...options }: SampleOptions,
    work: SampleWork,
  ) {
    this.scheduler = scheduler;
    const handle = async (payload: unknown, context: EventContext) => {
      const { seq } = payload as { seq: number };
      await work(seq, context);
      this.contexts.push(context);
      this.handled.push(`${context.key}:${seq}`);
    };
    const make = options.generation === undefined ? createConsumer : createReplay;
    this.consumer = make({
      generation: 0,
      ...options,
      decoder: sampleDecoder,
      handlers: new Map([['sample.made', { handle, outsideEffect }]]),
      policy: this.policy(),
      scheduler,
      observer: { paused: () => (this.paused += 1), resumed: () => (this.resumed += 1) },
    });
  }

  static async start(options: SampleOptions, work: SampleWork = async () => undefined): Promise<SampleConsumer> {
    const consumer = new SampleConsumer(options, work);
    await consumer.consumer.start();
    return consumer;
  }

  get done(): Promise<void> {
    return this.consumer.done;
  }

  stop(): Promise<void> {
    return this.consumer.stop();
  }

  private policy(): FailurePolicy {
    const policy = failurePolicy({ isDependencyFailure: () => false, random: () => 0.5 });
    return {
      ...policy,
      decide: (error, tries) => {
        this.decided.push(error);
        return policy.decide(error, tries);
      },
    };
  }
}
