import { createHash } from 'node:crypto';
import { UndecodableMessage } from '../consumer/undecodable-message.ts';

/** What may be told of an error: never its message, which could hold personal data. */
export interface FailureFacts {
  readonly code: string;
  readonly errorClass: string;
  readonly kind: string | undefined;
  /** Equal for failures of one cause, over hosts and releases that only moved lines. */
  readonly fingerprint: string;
}

const SAFE_NAME = /^[\w.:-]{1,100}$/;

export function failureFacts(error: unknown, eventName: string): FailureFacts {
  const root = rootOf(error);
  const errorClass = classOf(root);
  const code = codeOf(error);
  const parts = [errorClass, code, eventName, frameOf(root)];
  return {
    code,
    errorClass,
    kind: safe(property(root, 'kind')),
    fingerprint: createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16),
  };
}

export function codeOf(error: unknown): string {
  return safe(property(rootOf(error), 'code')) ?? safe(property(error, 'code')) ?? 'unexpected';
}

/** What wraps an error to say where it happened is not the cause. */
function rootOf(error: unknown): unknown {
  return error instanceof UndecodableMessage && error.cause instanceof Error ? error.cause : error;
}

function classOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const own = safe(error.name);
  return own === undefined || own === 'Error' ? (safe(error.constructor.name) ?? 'Error') : own;
}

function property(value: unknown, name: 'code' | 'kind'): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : null;
}

function safe(value: unknown): string | undefined {
  return typeof value === 'string' && SAFE_NAME.test(value) ? value : undefined;
}

/** The innermost frame in code of this repository, without lines and without where the checkout lies. */
function frameOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.find((line) => !/node:|node_modules/.test(line)) ?? frames[0] ?? '';
  const name = /^\s+at (?:async )?(?:new )?([^\s(]+) \(/.exec(own)?.[1] ?? 'anonymous';
  const file = /(?:file:\/\/)?([^\s()]+?)(?:\?[^:]*)?:\d+:\d+\)?$/.exec(own)?.[1] ?? '';
  return `${name}@${/(?:apps|libs)\/.*$/.exec(file)?.[0] ?? file.split('/').at(-1) ?? ''}`;
}
