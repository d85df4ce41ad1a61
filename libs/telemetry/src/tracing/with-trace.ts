import type { Attributes, Span, SpanKind } from '@opentelemetry/api';
import { currentContext, runWith } from '../context.ts';
import { failSpan, startSpan } from './tracing.ts';
import { formatTraceparent, newSpanId, newTraceId, parseTraceparent } from './traceparent.ts';
import type { TraceFacts } from './traceparent.ts';

export interface TraceOptions {
  /** Whose span this is. Default: the service of the current context. */
  readonly service?: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
}

/** The W3C traceparent to send along; nothing outside a trace. */
export function currentTraceparent(): string | undefined {
  const facts = currentTrace();
  return facts && formatTraceparent(facts);
}

/**
 * Runs `fn` in a span below `traceparent`, below the current span when there is none, or in a new trace.
 * Ids exist and travel on even when nothing is recorded, so that an error can always be followed.
 */
export function withTrace<T>(traceparent: string | undefined, name: string, fn: () => T, options?: TraceOptions): T {
  const trace = openTrace(traceparent, name, options);
  const failed = (error: unknown): never => {
    trace.end({ error });
    throw error;
  };
  let result: T;
  try {
    result = trace.run(fn);
  } catch (error) {
    return failed(error);
  }
  if (!(result instanceof Promise)) {
    trace.end();
    return result;
  }
  const settled: Promise<unknown> = result.then((value: unknown) => {
    trace.end();
    return value;
  }, failed);
  return settled as T;
}

export interface OpenTrace {
  readonly traceId: string;
  run<T>(fn: () => T): T;
  end(outcome?: { readonly error?: unknown; readonly attributes?: Attributes }): void;
}

/** For work that begins in one callback and ends in another, such as an HTTP request; else use `withTrace`. */
export function openTrace(traceparent: string | undefined, name: string, options: TraceOptions = {}): OpenTrace {
  const parent = parseTraceparent(traceparent) ?? currentTrace();
  const service = options.service ?? currentContext().service;
  const span = startSpan(service, parent, { name, ...options });
  const facts = { ...(span ? factsOf(span) : childOf(parent)), ...(service !== undefined && { service }) };
  return {
    traceId: facts.traceId,
    run: (fn) => runWith(facts, fn),
    end({ error, attributes } = {}) {
      if (attributes !== undefined) span?.setAttributes(attributes);
      if (error !== undefined && span !== undefined) failSpan(span, error);
      span?.end();
    },
  };
}

function factsOf(span: Span): TraceFacts {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return { traceId, spanId, sampled: (traceFlags & 1) === 1 };
}

function currentTrace(): TraceFacts | undefined {
  const { traceId, spanId, sampled = false } = currentContext();
  return traceId !== undefined && spanId !== undefined ? { traceId, spanId, sampled } : undefined;
}

function childOf(parent: TraceFacts | undefined): TraceFacts {
  return { traceId: parent?.traceId ?? newTraceId(), spanId: newSpanId(), sampled: parent?.sampled ?? false };
}
