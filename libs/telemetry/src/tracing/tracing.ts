import { ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import type { Attributes, Span, SpanKind, Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { errorFacts } from '../logging/error-facts.ts';
import type { TraceFacts } from './traceparent.ts';

export interface TracingOptions {
  readonly service: string;
  readonly version?: string;
  /** Base address of an OTLP/HTTP collector (`http://collector:4318`). Without one nothing is recorded. */
  readonly otlpEndpoint?: string;
  /** Share of the traces that start here and are recorded, 0 to 1. A caller's decision is kept. Default 1. */
  readonly sampleRatio?: number;
  /** Where spans go instead of to a collector: for specs. */
  readonly processor?: SpanProcessor;
}

export interface Tracing {
  /** Sends what is left and stops recording. */
  shutdown(): Promise<void>;
}

export interface SpanRequest {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
}

// Several services may live in one process, so OpenTelemetry's one global provider will not do.
const tracers = new Map<string, Tracer>();

export function startTracing(options: TracingOptions): Tracing {
  const processor = options.processor ?? exporting(options.otlpEndpoint);
  if (processor === undefined) return { shutdown: () => Promise.resolve() };
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.service,
      ...(options.version !== undefined && { 'service.version': options.version }),
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.sampleRatio ?? 1) }),
    spanProcessors: [processor],
  });
  tracers.set(options.service, provider.getTracer('foundnow'));
  return {
    async shutdown() {
      tracers.delete(options.service);
      await provider.shutdown();
    },
  };
}

function exporting(endpoint: string | undefined): SpanProcessor | undefined {
  if (endpoint === undefined || endpoint === '') return undefined;
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  return new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: 5_000 }) });
}

/** A recorded span of this service, or nothing when it does not record. */
export function startSpan(service: string | undefined, parent: TraceFacts | undefined, request: SpanRequest) {
  const tracer = service === undefined ? undefined : tracers.get(service);
  return tracer?.startSpan(request.name, optionsOf(request), parentContext(parent));
}

function optionsOf({ kind, attributes }: SpanRequest) {
  return { ...(kind !== undefined && { kind }), ...(attributes !== undefined && { attributes }) };
}

function parentContext(parent: TraceFacts | undefined) {
  if (parent === undefined) return ROOT_CONTEXT;
  const traceFlags = parent.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: parent.traceId,
    spanId: parent.spanId,
    traceFlags,
    isRemote: true,
  });
}

/** Class and code of the error, never its message: traces leave the house just as logs do. */
export function failSpan(span: Span, error: unknown): void {
  const facts = errorFacts(error);
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', facts.code ?? facts.class);
}
