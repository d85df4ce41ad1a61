import { pino } from 'pino';
import type { DestinationStream, Level } from 'pino';
import { currentContext } from '../context.ts';
import { errorFacts } from './error-facts.ts';
import type { ErrorFacts } from './error-facts.ts';
import { forgiving } from './forgiving-destination.ts';
import { pickAllowed } from './log-fields.ts';
import type { LogFields } from './log-fields.ts';
import { scanValue } from './scan-values.ts';
import type { SecretKind } from './scan-values.ts';

interface LogMethod {
  (fields: LogFields, message: string): void;
  (message: string): void;
}

/** Messages are constant sentences; what varies goes into the fields. */
export interface Logger {
  readonly trace: LogMethod;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
  readonly fatal: LogMethod;
  child(fields: LogFields): Logger;
}

export type LogLevel = Level | 'silent';

export interface LoggerOptions {
  readonly service: string;
  readonly level?: LogLevel;
  readonly destination?: DestinationStream;
  /** Called for each value that the backstop masked: a bug at the place that logged it. */
  readonly onMasked?: (kind: SecretKind) => void;
}

type Write = (level: Level, first: LogFields | string, message?: string) => void;

/** JSON lines that hold allowed fields only; each text in them has been scanned before it is written. */
export function createLogger(options: LoggerOptions): Logger {
  const { service, level = 'info', destination, onMasked = () => undefined } = options;
  const lines = pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    forgiving(destination ?? pino.destination({ dest: 1, sync: true })),
  );
  const clean = (text: string): string => scanValue(text, onMasked);
  const writer = (bound: LogFields): Write => {
    return (at, first, message) => {
      if (!lines.isLevelEnabled(at)) return;
      const given = typeof first === 'string' ? {} : first;
      lines[at](record({ ...bound, ...given }, clean), clean(typeof first === 'string' ? first : (message ?? '')));
    };
  };
  return loggerOver({}, writer);
}

function loggerOver(bound: LogFields, writer: (bound: LogFields) => Write): Logger {
  const write = writer(bound);
  const at =
    (level: Level): LogMethod =>
    (first: LogFields | string, message?: string) =>
      write(level, first, message);
  return {
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    child: (fields) => loggerOver({ ...bound, ...fields }, writer),
  };
}

function record(given: LogFields, clean: (text: string) => string): Record<string, unknown> {
  const { requestId, correlationId, causationId, traceId, spanId } = currentContext();
  const { fields, dropped } = pickAllowed({ requestId, correlationId, causationId, traceId, spanId, ...given }, clean);
  const error = given.error ?? given.err;
  return {
    ...fields,
    ...(dropped > 0 && { dropped }),
    ...(error !== undefined && { error: cleanFacts(errorFacts(error), clean) }),
  };
}

function cleanFacts(facts: ErrorFacts, clean: (text: string) => string): unknown {
  const text = JSON.stringify(facts, (_key, value: unknown) => (typeof value === 'string' ? clean(value) : value));
  return JSON.parse(text);
}
