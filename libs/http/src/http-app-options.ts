import type { LoggerService } from '@nestjs/common';

/** pino's shape, so that its loggers fit as they are. */
export interface HttpLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface FinishedRequest {
  readonly method: string;
  /** The pattern (`/api/v1/posts/:id`), never the address itself: it may hold a ticket or a name. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface HttpMetrics {
  observeRequest(finished: FinishedRequest): void;
  /** What `/metrics` answers, in the Prometheus text format. */
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

export interface RequestContext {
  readonly requestId: string;
  /** Goes along with everything that this request sets off. */
  readonly correlationId: string;
  readonly traceparent: string | undefined;
}

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
  readonly logger: HttpLogger;
  /** Nest's own start-up lines. Default: silent. */
  readonly nestLogger?: LoggerService;
  readonly metrics?: HttpMetrics;
  /** Web origins whose scripts may call this service. Default: none. */
  readonly corsOrigins?: readonly string[];
  readonly bodyLimitBytes?: number;
  readonly requestTimeoutMs?: number;
  /** How long a shutdown waits for work under way before it cuts the connections. */
  readonly shutdownGraceMs?: number;
  /** Runs the handler inside the request's context (logs, traces, events to publish). */
  readonly runInContext?: (context: RequestContext, next: () => void) => void;
  /** Tells a database or broker that is away (503) from a fault of our own (500). */
  readonly isDependencyFailure?: (error: unknown) => boolean;
}

export const API_PREFIX = '/api/v1';
