import type { KafkaBusOptions, KafkaTimings } from './kafka-options.ts';

export interface KafkaSettings extends Required<KafkaBusOptions> {
  readonly timings: KafkaTimings;
}

const TIMINGS: KafkaTimings = {
  sessionMs: 30_000,
  heartbeatMs: 3000,
  rebalanceMs: 60_000,
  commitMs: 200,
  fetchWaitMs: 250,
  metadataMs: 60_000,
  connectMs: 5000,
  requestMs: 30_000,
  stopGraceMs: 20_000,
  closeMs: 5000,
};

export function kafkaSettings({ timings, ...options }: KafkaBusOptions): KafkaSettings {
  return {
    compression: 'zstd',
    bufferBytes: 8 * 1024 * 1024,
    bufferMessages: 10_000,
    onProblem: () => undefined,
    ...options,
    timings: { ...TIMINGS, ...timings },
  };
}
