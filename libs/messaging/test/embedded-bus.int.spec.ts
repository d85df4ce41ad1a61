import { startEmbeddedHarness } from './embedded-harness.ts';
import { describeMessageBus } from './message-bus.conformance.ts';

describeMessageBus(
  'The embedded bus',
  { capabilities: { readFromStart: true, lag: true }, takeOverMs: 3000 },
  startEmbeddedHarness,
);
