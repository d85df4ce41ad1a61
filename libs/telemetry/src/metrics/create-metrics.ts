import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { SECONDS } from './buckets.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import type { ConsumerMetrics } from './consumer-metrics.ts';
import { httpMetrics } from './http-metrics.ts';
import type { FinishedRequest } from './http-metrics.ts';
import { outboxMetrics } from './outbox-metrics.ts';
import type { OutboxMetrics } from './outbox-metrics.ts';

export interface MetricsOptions {
  readonly version?: string;
  readonly commit?: string;
  /** Event loop, heap and garbage collection of the process. Default: on. */
  readonly processMetrics?: boolean;
}

export type BreakerState = 'closed' | 'half-open' | 'open';
type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  readonly outbox: OutboxMetrics;
  readonly consumer: ConsumerMetrics;
  observeRequest(finished: FinishedRequest): void;
  /** For cockatiel's `onStateChange`. */
  breaker(name: string, state: BreakerState): void;
  /** For `createLogger({ onMasked })`. */
  masked(kind: string): void;
  /** A domain counter, made at its first use: `count('posts_reported_total', 'Posts reported.', { kind: 'lost' })`. */
  count(name: string, help: string, labels?: Labels, by?: number): void;
  gauge(name: string, help: string, value: number, labels?: Labels): void;
  observeSeconds(name: string, help: string, seconds: number, labels?: Labels): void;
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];

/** A registry of its own for each service, because several services may live in one process. */
export function createMetrics(service: string, options: MetricsOptions = {}): Metrics {
  const register = new Registry();
  const registers = [register];
  if (options.processMetrics ?? true) collectDefaultMetrics({ register });
  const own = domainMetrics(register);
  new Gauge({
    name: 'build_info',
    help: 'Always 1; the labels say what runs.',
    labelNames: ['service_name', 'service_version', 'vcs_revision', 'process_runtime_version'],
    registers,
  })
    .labels(service, options.version ?? 'unknown', options.commit ?? 'unknown', process.version)
    .set(1);
  return {
    outbox: outboxMetrics(register),
    consumer: consumerMetrics(register),
    ...httpMetrics(register),
    ...own,
    breaker(name, state) {
      for (const each of BREAKER_STATES) {
        const help = '1 for the state that the circuit breaker is in.';
        own.gauge('circuit_breaker_state', help, each === state ? 1 : 0, { name, state: each });
      }
    },
    masked: (kind) => own.count('log_masked_values_total', 'Values that the log scanner had to mask.', { kind }),
    render: async () => ({ contentType: register.contentType, body: await register.metrics() }),
  };
}

function domainMetrics(register: Registry) {
  const made = new Map<string, unknown>();
  const once = <M>(name: string, make: () => M): M => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as M;
  };
  const config = (name: string, help: string, labels: Labels) => {
    return { name, help, labelNames: Object.keys(labels), registers: [register] };
  };
  return {
    count(name: string, help: string, labels: Labels = {}, by = 1) {
      once(name, () => new Counter(config(name, help, labels))).inc({ ...labels }, by);
    },
    gauge(name: string, help: string, value: number, labels: Labels = {}) {
      once(name, () => new Gauge(config(name, help, labels))).set({ ...labels }, value);
    },
    observeSeconds(name: string, help: string, seconds: number, labels: Labels = {}) {
      once(name, () => new Histogram({ ...config(name, help, labels), buckets: SECONDS })).observe(
        { ...labels },
        seconds,
      );
    },
  };
}
