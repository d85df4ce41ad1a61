import { Duration, SubscriptionCloseBehaviors, type SubscriptionOptions } from '@google-cloud/pubsub';
import { withinTime } from './pubsub-client.ts';
import type { PubSubSettings } from './pubsub-settings.ts';

/** A handler may wait as long as an outage lasts; the client would let go of its message after an hour. */
const NEVER = Duration.from({ hours: 24 * 365 * 100 });
const SETTLE_MS = 20;
/** What the client takes at the end of a close to give back what is left. */
const LAST_MS = 2000;

export function streamOptions({ timings, bufferMessages, bufferBytes }: PubSubSettings): SubscriptionOptions {
  const ackDeadline = Duration.from({ seconds: timings.ackDeadlineSeconds });
  return {
    // Left alone, the client asks for as long a deadline as handlers took so far, and a killed consumer's messages wait for it.
    minAckDeadline: ackDeadline,
    maxAckDeadline: ackDeadline,
    maxExtensionTime: NEVER,
    batching: { maxMilliseconds: SETTLE_MS, callOptions: withinTime(timings.requestMs) },
    // What the client held back itself would stay unreleased when it closes.
    flowControl: { maxMessages: bufferMessages, maxBytes: bufferBytes, allowExcessMessages: true },
    // One: the messages of a key all come over the same stream.
    streamingOptions: { maxStreams: 1, retryMaxBackoff: Duration.from({ seconds: 5 }) },
    closeOptions: {
      behavior: SubscriptionCloseBehaviors.WaitForProcessing,
      timeout: Duration.from({ milliseconds: timings.stopGraceMs + LAST_MS }),
    },
  };
}
