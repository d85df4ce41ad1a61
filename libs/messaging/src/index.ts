export * from './message.ts';
export * from './message-limits.ts';
export * from './message-bus.port.ts';
export * from './partitioning/partition-of-key.ts';
export { busTables } from './embedded/bus-tables.ts';
export { migrateBus } from './embedded/migrate-bus.ts';
export { createEmbeddedBus } from './embedded/create-embedded-bus.ts';
export type { EmbeddedBus } from './embedded/embedded-bus.ts';
export type { BusProblem, EmbeddedBusOptions } from './embedded/settings.ts';
