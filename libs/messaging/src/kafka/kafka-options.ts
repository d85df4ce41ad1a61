import type { KafkaConnection } from './kafka-connection.ts';

export type KafkaCompression = 'none' | 'gzip' | 'zstd';

/** Where something went wrong that the bus recovers from by itself. */
export type KafkaProblem = 'publish' | 'group-session' | 'fetch' | 'commit' | 'client';

export interface KafkaTimings {
  /** How long a group waits for a silent member before its partitions go to others. */
  readonly sessionMs: number;
  readonly heartbeatMs: number;
  /** What a rebalance gives the members to come back. */
  readonly rebalanceMs: number;
  readonly commitMs: number;
  /** How long a fetch may wait at the broker for news. */
  readonly fetchWaitMs: number;
  /** How long a change of partitions and leaders that nobody tells of may go unnoticed. */
  readonly metadataMs: number;
  readonly connectMs: number;
  /** What a broker gets to answer one request. */
  readonly requestMs: number;
  /** What a stop gives the messages under way before their signals are aborted. */
  readonly stopGraceMs: number;
  /** What a goodbye may take when no broker answers. */
  readonly closeMs: number;
}

export interface KafkaBusOptions {
  readonly connection: KafkaConnection;
  readonly clientId: string;
  readonly compression?: KafkaCompression;
  readonly timings?: Partial<KafkaTimings>;
  /** In hand per subscription, over all its partitions. */
  readonly bufferBytes?: number;
  readonly bufferMessages?: number;
  readonly onProblem?: (problem: KafkaProblem, error: unknown) => void;
}
