import type { EventName } from '@foundnow/contracts';
import { UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventHandler } from '../consumer/event-handlers.ts';
import { OriginalErrorFilter } from './original-error-filter.ts';

/** The bus among the transports of an app, so that no other transport takes its handlers. */
export const BUS_TRANSPORT = Symbol.for('foundnow.bus');

export interface OnEventOptions {
  /** Mail, webhooks: what must not happen again in a replay. */
  readonly outsideEffect?: boolean;
}

/** Handles one event of the catalog: a method whose parameters do not fit it does not compile. */
export function OnEvent<const N extends EventName>(name: N, { outsideEffect = false }: OnEventOptions = {}) {
  return <M extends EventHandler<N>>(target: object, key: string, method: TypedPropertyDescriptor<M>): void => {
    EventPattern(name, BUS_TRANSPORT, { outsideEffect })(target, key, method as PropertyDescriptor);
    UseFilters(OriginalErrorFilter)(target, key, method);
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
  };
}
