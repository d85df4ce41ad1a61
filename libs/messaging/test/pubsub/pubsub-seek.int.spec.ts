import { describeMessageBus } from '../message-bus.conformance.ts';
import { startPubSubHarness } from './pubsub-harness.ts';

describeMessageBus(
  'Pub/Sub with a server that can seek',
  { capabilities: { readFromStart: true, lag: false }, takeOverMs: 30_000 },
  () => startPubSubHarness({ readFromStart: true }),
);
