export { describeMessageBus } from './message-bus.conformance.ts';
export type { BusHarness, BusTraits } from './bus-harness.ts';
export { Ledger } from './ledger.ts';
export { EagerScheduler } from './sample-consumer.ts';
