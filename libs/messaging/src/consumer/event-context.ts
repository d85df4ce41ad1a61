/** What a handler knows of the event beside its payload. */
export interface EventContext {
  readonly group: string;
  /** 0 is the live one; each replay has one of its own. Part of the inbox key. */
  readonly generation: number;
  readonly replay: boolean;
  readonly eventId: string;
  readonly name: string;
  readonly key: string;
  readonly time: Date;
  readonly correlationId: string;
  /** What caused this event; `causedBy(context)` is for what this event causes. */
  readonly causationId: string | undefined;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Aborted when the partition went to another consumer, or the grace of a stop is over. */
  readonly signal: AbortSignal;
}

/** The ids that an event carries which was set off by this one. */
export function causedBy(context: EventContext): { correlationId: string; causationId: string } {
  return { correlationId: context.correlationId, causationId: context.eventId };
}

export interface HandlerEntry {
  handle(payload: unknown, context: EventContext): Promise<void>;
  /** Mail, webhooks: what must not happen again in a replay. */
  readonly outsideEffect: boolean;
}

/** By event name. One handler per event in one group, or a retry would run the others again. */
export type HandlerTable = ReadonlyMap<string, HandlerEntry>;
