import { VisionFailure, type VisionRefusal } from '../../../domain/vision/vision-failure.ts';
import { neverArrived } from '../cause-codes.ts';
import { retryAfterMs } from '../retry-after.ts';

/** What an error of the SDK may carry. It is looked at, never handed on: its text quotes what the API said. */
interface SdkError {
  readonly name?: unknown;
  readonly status?: unknown;
  readonly errorCode?: unknown;
  readonly type?: unknown;
  readonly headers?: unknown;
  readonly cause?: unknown;
}

const BY_STATUS: Readonly<Record<number, VisionRefusal>> = {
  401: 'misconfigured',
  402: 'spend-limit',
  403: 'misconfigured',
  404: 'misconfigured',
  408: 'unavailable',
  409: 'unavailable',
  429: 'rate-limited',
  529: 'overloaded',
};

export function claudeFailure(error: unknown, now: Date): VisionFailure {
  if (error instanceof VisionFailure) return error;
  const facts = (typeof error === 'object' && error !== null ? error : {}) as SdkError;
  if (typeof facts.status !== 'number') return new VisionFailure(withoutStatus(facts));
  const headers = facts.headers instanceof Headers ? facts.headers : undefined;
  const wait = retryAfterMs(headers, now);
  return new VisionFailure(withStatus(facts.status, facts), wait === undefined ? {} : { retryAfterMs: wait });
}

function withStatus(status: number, { errorCode, type }: SdkError): VisionRefusal {
  // Comes as a rate limit, and does not pass before somebody pays or the month ends.
  if (typeof errorCode === 'string' && errorCode.endsWith('spend_limit_reached')) return 'spend-limit';
  if (type === 'overloaded_error') return 'overloaded';
  return BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'question-refused');
}

function withoutStatus(facts: SdkError): VisionRefusal {
  if (facts.name === 'APIConnectionTimeoutError') return 'timeout';
  if (facts.name !== 'APIConnectionError') return 'damaged';
  return neverArrived(facts.cause) ? 'unavailable' : 'disconnected';
}
