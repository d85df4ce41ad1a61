import { isEventName, topicOf } from '@foundnow/contracts';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { type Consumer, type ConsumerOptions, createConsumer } from '../consumer/create-consumer.ts';
import type { EventContext, HandlerEntry } from '../consumer/event-context.ts';
import { createReplay } from '../consumer/replay.ts';
import { BUS_TRANSPORT } from './on-event.ts';

export type BusStrategyOptions = Omit<ConsumerOptions, 'handlers' | 'topics' | 'generation' | 'bounded'>;

/** Feeds the `@OnEvent` methods of a Nest app from the bus, as one consumer group. */
export class BusStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = BUS_TRANSPORT;
  override readonly propagatesEventHandlerErrors = true;
  private readonly entries = new Map<string, HandlerEntry>();
  private readonly faults: string[] = [];
  private consumer: Consumer | undefined;

  constructor(private readonly options: BusStrategyOptions) {
    super();
  }

  /** Of the events that have a handler; complete once Nest has connected. */
  get topics(): readonly string[] {
    return [...new Set([...this.entries.keys()].filter(isEventName).map(topicOf))];
  }

  override addHandler(pattern: unknown, handler: MessageHandler, isEvent = false, extras: HandlerExtras = {}): void {
    const name = String(pattern);
    const fault = this.faultOf(name, isEvent, extras);
    if (fault) this.faults.push(fault);
    else this.entries.set(name, { handle: this.runnerOf(handler), outsideEffect: extras.outsideEffect === true });
    super.addHandler(pattern, handler, isEvent, extras);
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    const fault = await this.begin().catch((error: unknown) => error);
    callback(fault);
  }

  /** Runs everything in the log through the same handlers again, under a new generation, outside effects left out. */
  async replay(generation: number): Promise<Consumer> {
    const consumer = createReplay({ ...this.options, ...this.handled(), generation });
    await consumer.start();
    return consumer;
  }

  async close(): Promise<void> {
    await this.consumer?.stop();
  }

  on(): void {
    throw new Error('The bus has no transport events; pass an observer instead');
  }

  unwrap<T>(): T {
    return this.options.bus as T;
  }

  private async begin(): Promise<void> {
    if (this.faults.length > 0) throw new Error(`Event handlers of ${this.options.group}: ${this.faults.join('; ')}`);
    if (this.entries.size === 0) return;
    this.consumer = createConsumer({ ...this.options, ...this.handled() });
    await this.consumer.start();
  }

  private handled() {
    return { topics: this.topics, handlers: this.entries };
  }

  private faultOf(name: string, isEvent: boolean, extras: HandlerExtras): string | undefined {
    if (!isEvent) return `${name} is a @MessagePattern, and the bus answers nobody: use @OnEvent`;
    if (extras.outsideEffect === undefined)
      return `${name} is a bare @EventPattern and would lose its errors: use @OnEvent`;
    if (!isEventName(name)) return `${name} is not in schemas/catalog.yaml`;
    return this.entries.has(name) ? `${name} has two handlers, and a retry would run both: merge them` : undefined;
  }

  private runnerOf(handler: MessageHandler): HandlerEntry['handle'] {
    return async (payload: unknown, context: EventContext) => {
      const result: unknown = await handler(payload, context);
      await lastValueFrom(this.transformToObservable(result), { defaultValue: undefined });
    };
  }
}

interface HandlerExtras {
  readonly outsideEffect?: unknown;
}
