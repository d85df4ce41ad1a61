import { describeMessageBus } from '../message-bus.conformance.ts';
import { startKafkaHarness } from './kafka-harness.ts';

describeMessageBus('Kafka', { capabilities: { readFromStart: true, lag: true }, takeOverMs: 15_000 }, async () =>
  startKafkaHarness(),
);
