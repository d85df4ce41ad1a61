import { describeMessageBus } from '../message-bus.conformance.ts';
import { startPubSubHarness } from './pubsub-harness.ts';

describeMessageBus(
  'Pub/Sub',
  { capabilities: { readFromStart: false, lag: false }, takeOverMs: 30_000 },
  startPubSubHarness,
);
