import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { SECONDS } from './buckets.ts';

export interface FinishedRequest {
  readonly method: string;
  /** The pattern, never the address: one time series per route, and no data of people in a label. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Rate, errors and duration of each route in one histogram. */
export function httpMetrics(register: Registry) {
  const duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP requests answered, by route.',
    labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
    buckets: SECONDS,
    registers: [register],
  });
  return {
    observeRequest({ method, route, status, seconds }: FinishedRequest): void {
      duration.labels(method, route, String(status)).observe(seconds);
    },
  };
}
