import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { SECONDS } from './buckets.ts';

export interface HandledEvent {
  readonly group: string;
  readonly topic: string;
  readonly type: string;
  readonly outcome: 'done' | 'retried' | 'dead-lettered' | 'paused' | 'skipped';
  readonly seconds: number;
}

export interface ConsumerMetrics {
  handled(event: HandledEvent): void;
  deadLettered(letter: { readonly group: string; readonly topic: string; readonly code: string }): void;
  /** Messages of the topic that the group has not handled yet. */
  lag(at: { readonly group: string; readonly topic: string; readonly messages: number }): void;
  /** From publication to the end of handling. */
  delivered(event: { readonly group: string; readonly topic: string; readonly seconds: number }): void;
  paused(group: string, paused: boolean): void;
}

const GROUP = 'messaging_consumer_group_name';
const TOPIC = 'messaging_destination_name';

export function consumerMetrics(register: Registry): ConsumerMetrics {
  const registers = [register];
  const process = new Histogram({
    name: 'messaging_process_duration_seconds',
    help: 'Duration of handling one event, by outcome.',
    labelNames: [GROUP, TOPIC, 'event_type', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const dead = new Counter({
    name: 'messaging_dead_letters_total',
    help: 'Events given up on by a group.',
    labelNames: [GROUP, TOPIC, 'error_type'],
    registers,
  });
  const lag = new Gauge({
    name: 'messaging_consumer_lag_messages',
    help: 'Events of the topic that the group has not handled yet.',
    labelNames: [GROUP, TOPIC],
    registers,
  });
  const latency = new Histogram({
    name: 'messaging_delivery_duration_seconds',
    help: 'From publication of an event to the end of its handling.',
    labelNames: [GROUP, TOPIC],
    buckets: SECONDS,
    registers,
  });
  const pauses = new Gauge({
    name: 'messaging_consumer_paused',
    help: '1 while a dependency is away and the group waits for it.',
    labelNames: [GROUP],
    registers,
  });
  return {
    handled: (event) => process.labels(event.group, event.topic, event.type, event.outcome).observe(event.seconds),
    deadLettered: (letter) => dead.labels(letter.group, letter.topic, letter.code).inc(),
    lag: (at) => lag.labels(at.group, at.topic).set(at.messages),
    delivered: (event) => latency.labels(event.group, event.topic).observe(event.seconds),
    paused: (group, paused) => pauses.labels(group).set(paused ? 1 : 0),
  };
}
