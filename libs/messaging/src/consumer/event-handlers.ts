import type { EventMap, EventName } from '@foundnow/contracts';
import type { EventContext, HandlerEntry, HandlerTable } from './event-context.ts';

export type EventHandler<N extends EventName> = (payload: EventMap[N], context: EventContext) => Promise<void>;

export type EventHandlers = {
  readonly [N in EventName]?: EventHandler<N> | { readonly handle: EventHandler<N>; readonly outsideEffect: true };
};

/** A handler table for a consumer outside Nest, each handler typed by its event. */
export function eventHandlers(handlers: EventHandlers): HandlerTable {
  return new Map(Object.entries(handlers).map(([name, handler]) => [name, entryOf(handler)]));
}

/** What is decoded under a name has the payload of that name: the decoder and the catalog see to it. */
function entryOf(handler: NonNullable<EventHandlers[EventName]>): HandlerEntry {
  const { handle, outsideEffect } = typeof handler === 'function' ? { handle: handler, outsideEffect: false } : handler;
  return { handle, outsideEffect };
}
