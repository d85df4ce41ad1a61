export * from './message.ts';
export * from './message-limits.ts';
export * from './message-bus.port.ts';
export { demandPast } from './no-past.ts';
export type { TopicPlan } from './topic-plan.ts';
export type { KafkaBusOptions, KafkaCompression, KafkaProblem, KafkaTimings } from './kafka/kafka-options.ts';
export type { KafkaConnection, KafkaSasl, KafkaTls } from './kafka/kafka-connection.ts';
export { eventMessage } from './event-message.ts';
export * from './partitioning/partition-of-key.ts';
export { busTables } from './embedded/bus-tables.ts';
export { migrateBus } from './embedded/migrate-bus.ts';
export { createEmbeddedBus } from './embedded/create-embedded-bus.ts';
export type { EmbeddedBus } from './embedded/embedded-bus.ts';
export type { BusProblem, EmbeddedBusOptions } from './embedded/settings.ts';
export {
  failurePolicy,
  type Decision,
  type FailurePolicy,
  type FailurePolicyOptions,
  type Tries,
} from './failure-policy.ts';
export * from './consumer/consumer-observer.port.ts';
export * from './consumer/decoder.port.ts';
export * from './consumer/event-context.ts';
export * from './consumer/create-consumer.ts';
export { createReplay } from './consumer/replay.ts';
export { realScheduler, type Scheduler } from './consumer/scheduler.ts';
export { UndecodableMessage } from './consumer/undecodable-message.ts';
export type { RunInContext } from './consumer/event-runner.ts';
export { HEADER as MESSAGE_HEADER, deadLetterTopicOf } from './dead-letters/dead-letter-headers.ts';
export type { DeadLetter } from './dead-letters/dead-letter.ts';
export type { FailureFacts } from './dead-letters/failure-facts.ts';
export * from './dead-letters/list-dead-letters.ts';
export * from './dead-letters/redrive.ts';
export { eventHandlers, type EventHandler, type EventHandlers } from './consumer/event-handlers.ts';
export { BusStrategy, type BusStrategyOptions } from './nest/bus-strategy.ts';
export { BUS_TRANSPORT, OnEvent, type OnEventOptions } from './nest/on-event.ts';
export { OriginalErrorFilter } from './nest/original-error-filter.ts';
