import type { DeliveredMessage, EventAttributes } from '../message.ts';
import type { DecodedEvent, Decoder } from './decoder.port.ts';
import type { EventContext, HandlerEntry, HandlerTable } from './event-context.ts';
import { UndecodableMessage } from './undecodable-message.ts';

/** Runs what follows inside the trace and log context of the event. libs/telemetry has one. */
export type RunInContext = <T>(attributes: EventAttributes, work: () => Promise<T>) => Promise<T>;

/** One attempt: decode, find the handler by the event's name, run it in its context. */
export class EventRunner {
  constructor(
    private readonly group: { readonly name: string; readonly generation: number },
    private readonly decoder: Decoder,
    private readonly handlers: HandlerTable,
    private readonly runInContext: RunInContext,
  ) {}

  async run(message: DeliveredMessage, attempt: number, signal: AbortSignal): Promise<'handled' | 'skipped'> {
    const announced = message.attributes.type;
    // What says by itself that it is not for this group need not be readable by it.
    if (announced && !this.handlerOf(announced)) return 'skipped';
    return this.runInContext(message.attributes, async () => {
      const event = await this.decode(message);
      if (announced && event.name !== announced) throw new UndecodableMessage(new Error('It holds another event'));
      const handler = this.handlerOf(event.name);
      if (!handler) return 'skipped';
      await handler.handle(event.payload, this.contextOf(message, event.name, attempt, signal));
      return 'handled';
    });
  }

  private handlerOf(name: string): HandlerEntry | undefined {
    const handler = this.handlers.get(name);
    return handler?.outsideEffect && this.group.generation > 0 ? undefined : handler;
  }

  private async decode(message: DeliveredMessage): Promise<DecodedEvent> {
    try {
      return await this.decoder.decode(message.value);
    } catch (error) {
      throw new UndecodableMessage(error);
    }
  }

  private contextOf(message: DeliveredMessage, name: string, attempt: number, signal: AbortSignal): EventContext {
    const { attributes, key } = message;
    return {
      group: this.group.name,
      generation: this.group.generation,
      replay: this.group.generation > 0,
      eventId: attributes.id,
      name,
      key,
      time: new Date(attributes.time),
      correlationId: attributes.correlationId,
      causationId: attributes.causationId,
      attempt,
      signal,
    };
  }
}
