import type { RunInContext } from '@foundnow/messaging';
import { runWith, withTrace } from '@foundnow/telemetry';

/** What a handler publishes was caused by the event that it handles, and belongs to the same request. */
export function eventsOf(service: string): RunInContext {
  return (attributes, work) =>
    runWith({ service, correlationId: attributes.correlationId, causationId: attributes.id }, () =>
      withTrace(attributes.traceparent, `handle ${attributes.type}`, work, { service }),
    );
}
