import type { EventMap, EventName } from '@foundnow/contracts';

/** What a new event goes back to; the context of a handled event is one. */
export interface EventCause {
  readonly correlationId: string;
  /** The event that is being handled. */
  readonly eventId?: string;
  readonly causationId?: string;
}

/** An event to be published once the transaction has committed. */
export interface OutgoingEvent<N extends EventName = EventName> {
  readonly name: N;
  /** The payload field that the catalog names. Events of one key are published in the order of their commits. */
  readonly key: string;
  readonly payload: EventMap[N];
  /** The aggregate's id where it is not the key. */
  readonly subject?: string;
  /** Default: the request or event of the current context. */
  readonly cause?: EventCause;
}

/** Any event, each with the payload of its own name. */
export type AnyOutgoingEvent = { [N in EventName]: OutgoingEvent<N> }[EventName];
