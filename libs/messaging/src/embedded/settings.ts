const DAY = 24 * 60 * 60 * 1000;

/** Where in the bus something went wrong that it recovers from by itself. */
export type BusProblem = 'group-session' | 'fetch' | 'commit' | 'wake-up' | 'retention';

export interface EmbeddedBusOptions {
  /** As the role `bus_app`; a direct connection, because a transaction pooler breaks session locks. */
  readonly url: string;
  readonly schema?: string;
  /** Used when a topic is first seen; later the stored number counts, so that keys never move. */
  readonly partitionsOf?: (topic: string) => number;
  readonly retentionOf?: (topic: string) => number;
  readonly poolSize?: number;
  readonly pollMs?: number;
  readonly commitMs?: number;
  readonly rebalanceMs?: number;
  readonly retentionMs?: number;
  /** What a stop gives the messages under way before their signals are aborted. */
  readonly stopGraceMs?: number;
  readonly bufferBytes?: number;
  readonly bufferMessages?: number;
  readonly applicationName?: string;
  readonly onProblem?: (problem: BusProblem, error: unknown) => void;
}

export type EmbeddedBusSettings = Required<EmbeddedBusOptions>;

export function settingsFrom(options: EmbeddedBusOptions): EmbeddedBusSettings {
  return {
    schema: 'bus',
    partitionsOf: () => 12,
    retentionOf: () => 30 * DAY,
    poolSize: 4,
    pollMs: 250,
    commitMs: 200,
    rebalanceMs: 1000,
    retentionMs: 60 * 60 * 1000,
    stopGraceMs: 20_000,
    bufferBytes: 8 * 1024 * 1024,
    bufferMessages: 2400,
    applicationName: 'foundnow-bus',
    onProblem: () => undefined,
    ...options,
  };
}
