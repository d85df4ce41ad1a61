import type { KafkaBusOptions, KafkaTimings } from './kafka-options.ts';
import { SilentBrokers } from './silent-brokers.ts';

export interface KafkaSettings extends Required<KafkaBusOptions> {
  readonly timings: KafkaTimings;
  /** Known to all clients of one bus. */
  readonly silent: SilentBrokers;
}

const TIMINGS: KafkaTimings = {
  sessionMs: 30_000,
  heartbeatMs: 3000,
  rebalanceMs: 60_000,
  commitMs: 200,
  fetchWaitMs: 250,
  metadataMs: 60_000,
  connectMs: 5000,
  // A member that its coordinator leaves without an answer has time to find the next one within its session.
  requestMs: 15_000,
  stopGraceMs: 20_000,
  closeMs: 5000,
};

export function kafkaSettings({ timings: own, ...options }: KafkaBusOptions): KafkaSettings {
  const timings = { ...TIMINGS, ...own };
  return {
    compression: 'zstd',
    bufferBytes: 8 * 1024 * 1024,
    bufferMessages: 10_000,
    onProblem: () => undefined,
    ...options,
    timings,
    silent: new SilentBrokers(options.connection.brokers, timings.requestMs),
  };
}
