import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { SECONDS } from './buckets.ts';

export interface PublishedBatch {
  readonly count: number;
  readonly bytes: number;
  /** From the moment the oldest of them was appended to the bus's acknowledgement. */
  readonly lagSeconds: number;
}

export interface Backlog {
  readonly depth: number;
  readonly oldestSeconds: number;
  readonly quarantined: number;
}

export interface OutboxMetrics {
  /** The bus has them and their deletion is durable. */
  published(batch: PublishedBatch): void;
  backlog(now: Backlog): void;
  quarantined(topic: string, count: number): void;
  retried(cause: 'bus' | 'schema-registry' | 'newer-build' | 'database'): void;
  leading(shards: number): void;
}

export function outboxMetrics(register: Registry): OutboxMetrics {
  const registers = [register];
  const messages = new Counter({
    name: 'outbox_published_messages_total',
    help: 'Events handed to the bus.',
    registers,
  });
  const bytes = new Counter({ name: 'outbox_published_bytes_total', help: 'Bytes handed to the bus.', registers });
  const lag = new Histogram({
    name: 'outbox_relay_lag_seconds',
    help: 'From append to acknowledgement by the bus, for the oldest event of each batch.',
    buckets: SECONDS,
    registers,
  });
  const depth = new Gauge({
    name: 'outbox_messages',
    help: 'Events waiting to be published (counted up to 10000).',
    registers,
  });
  const age = new Gauge({
    name: 'outbox_oldest_message_age_seconds',
    help: 'Age of the oldest event waiting.',
    registers,
  });
  const held = new Gauge({
    name: 'outbox_quarantined_messages',
    help: 'Events that the bus refused for good.',
    registers,
  });
  const refused = new Counter({
    name: 'outbox_quarantines_total',
    help: 'Events moved to the quarantine. Each one holds up its key: act on it.',
    labelNames: ['messaging_destination_name'],
    registers,
  });
  const retries = new Counter({
    name: 'outbox_retries_total',
    help: 'Publications that failed and will be tried again, by what was away.',
    labelNames: ['cause'],
    registers,
  });
  const shards = new Gauge({ name: 'outbox_leading_shards', help: 'Shards that this process publishes.', registers });
  return {
    published(batch) {
      messages.inc(batch.count);
      bytes.inc(batch.bytes);
      lag.observe(batch.lagSeconds);
    },
    backlog(now) {
      depth.set(now.depth);
      age.set(now.oldestSeconds);
      held.set(now.quarantined);
    },
    quarantined: (topic, count) => refused.labels(topic).inc(count),
    retried: (cause) => retries.labels(cause).inc(),
    leading: (count) => shards.set(count),
  };
}
