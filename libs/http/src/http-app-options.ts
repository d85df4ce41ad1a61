import type { LoggerService } from '@nestjs/common';
import type { Logger, Metrics } from '@foundnow/telemetry';

export type HttpMetrics = Pick<Metrics, 'observeRequest' | 'render'>;

export interface ApiDescription {
  readonly title: string;
  readonly description?: string;
  readonly version?: string;
  /** Names the roles a route asks for, or 'public'; what it says goes into the document. */
  readonly accessOf?: (method: string, path: string) => 'public' | readonly string[] | undefined;
}

export interface HttpAppOptions {
  readonly service: string;
  readonly api: ApiDescription;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  /** Nest's own start-up lines. Default: silent. */
  readonly nestLogger?: LoggerService;
  readonly metrics?: HttpMetrics;
  /** Web origins whose scripts may call this service. Default: none. */
  readonly corsOrigins?: readonly string[];
  readonly bodyLimitBytes?: number;
  readonly requestTimeoutMs?: number;
  /** How long a shutdown waits for work under way before it cuts the connections. */
  readonly shutdownGraceMs?: number;
}

export const API_PREFIX = '/api/v1';
