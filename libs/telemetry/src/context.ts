import { AsyncLocalStorage } from 'node:async_hooks';

/** What goes along with everything that one request or one event sets off. Ids only, never a person's data. */
export interface TelemetryContext {
  readonly service?: string;
  readonly requestId?: string;
  readonly correlationId?: string;
  /** Id of the event that is being handled: whatever is published now was caused by it. */
  readonly causationId?: string;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly sampled?: boolean;
}

const NOTHING: TelemetryContext = {};
const storage = new AsyncLocalStorage<TelemetryContext>();

export function currentContext(): TelemetryContext {
  return storage.getStore() ?? NOTHING;
}

/** Runs `fn` with these facts on top of those that hold already. */
export function runWith<T>(facts: TelemetryContext, fn: () => T): T {
  return storage.run({ ...storage.getStore(), ...facts }, fn);
}
