import type { Clock } from '@foundnow/kernel';
import { abridged, deadLetterMessage } from '../dead-letters/dead-letter.ts';
import { HEADER } from '../dead-letters/dead-letter-headers.ts';
import { failureFacts } from '../dead-letters/failure-facts.ts';
import type { FailurePolicy } from '../failure-policy.ts';
import type { DeliveredMessage } from '../message.ts';
import { type MessageBus, MessagesRefused } from '../message-bus.port.ts';
import type { ConsumerObserver, Delivery, Outcome } from './consumer-observer.port.ts';
import type { EventRunner } from './event-runner.ts';
import type { Scheduler } from './scheduler.ts';

export interface ProcessorOptions {
  readonly group: string;
  readonly generation: number;
  readonly bus: Pick<MessageBus, 'publish'>;
  readonly policy: FailurePolicy;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly observer: ConsumerObserver;
  /** Aborted by a stop: what waits for another try gives its message back at once. */
  readonly stopping: AbortSignal;
}

/** Brings one message to an end: handled, skipped, or dead-lettered. Rejects only when it must be delivered again. */
export class MessageProcessor {
  constructor(
    private readonly options: ProcessorOptions,
    private readonly runner: EventRunner,
  ) {}

  async process(message: DeliveredMessage, signal: AbortSignal): Promise<void> {
    const { observer, stopping } = this.options;
    stopping.throwIfAborted();
    if (this.isForAnotherGroup(message)) return;
    const delivery = this.deliveryOf(message);
    const began = performance.now();
    let outcome: Outcome = 'given-back';
    observer.started?.(delivery);
    try {
      outcome = await this.tryUntilDone(message, delivery, signal);
    } finally {
      observer.finished?.(delivery, outcome, performance.now() - began);
    }
  }

  private async tryUntilDone(message: DeliveredMessage, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
    const { observer, policy } = this.options;
    let attempts = 0;
    let waits = 0;
    for (;;) {
      try {
        const outcome = await this.runner.run(message, attempts + 1, signal);
        if (waits > 0) observer.resumed?.(delivery);
        return outcome;
      } catch (error) {
        if (signal.aborted) throw error;
        if (policy.isDependencyFailure(error)) waits += 1;
        else {
          attempts += 1;
          waits = 0;
        }
        const decision = policy.decide(error, { attempts, waits });
        if (decision.action === 'dead-letter') return this.deadLetter(message, delivery, signal, { error, attempts });
        if (decision.action === 'wait') observer.paused?.(delivery, waits, error);
        else observer.retrying?.(delivery, attempts, error);
        await this.wait(decision.delayMs, signal);
      }
    }
  }

  /** A dead letter that cannot be written is never dropped: the message waits until it can. */
  private async deadLetter(
    message: DeliveredMessage,
    delivery: Delivery,
    signal: AbortSignal,
    { error, attempts }: { error: unknown; attempts: number },
  ): Promise<Outcome> {
    const { bus, clock, group, generation, observer } = this.options;
    const facts = failureFacts(error, delivery.event);
    const whole = deadLetterMessage(message, { group, generation, attempts, facts, at: clock.now() });
    let letter = whole;
    for (let waits = 1; ;) {
      try {
        await bus.publish([letter]);
        if (waits > 1) observer.resumed?.(delivery);
        observer.deadLettered?.(delivery, facts);
        return 'dead-lettered';
      } catch (publishError) {
        // It never will be taken: what a foreign producer could write must not stop what lies behind it.
        if (letter === whole && publishError instanceof MessagesRefused) {
          letter = abridged(whole);
          continue;
        }
        observer.paused?.(delivery, waits, publishError);
        await this.wait(Math.min(200 * 2 ** (waits - 1), 10_000), signal);
        waits += 1;
      }
    }
  }

  private wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return this.options.scheduler.wait(milliseconds, AbortSignal.any([signal, this.options.stopping]));
  }

  private isForAnotherGroup({ headers }: DeliveredMessage): boolean {
    const only = headers[HEADER.redriveGroup];
    return only !== undefined && only !== this.options.group;
  }

  private deliveryOf({ topic, partition, attributes, publishedAt }: DeliveredMessage): Delivery {
    const { group, generation } = this.options;
    const { id: eventId, correlationId, type: event } = attributes;
    return { group, generation, topic, partition, publishedAt, event, eventId, correlationId };
  }
}
