import { VisionFailure, type VisionRefusal } from '../../../domain/vision/vision-failure.ts';
import { neverArrived } from '../cause-codes.ts';

/** gRPC codes, as the client gives them also over REST. */
const BY_CODE: Readonly<Record<number, VisionRefusal>> = {
  2: 'unavailable',
  3: 'question-refused',
  4: 'timeout',
  5: 'misconfigured',
  7: 'misconfigured',
  8: 'rate-limited',
  9: 'misconfigured',
  10: 'unavailable',
  11: 'question-refused',
  12: 'misconfigured',
  13: 'unavailable',
  14: 'unavailable',
  16: 'misconfigured',
};

const TOO_LARGE = 413;

/** Google's own words can quote the request, so only numbers are looked at. */
export function googleFailure(error: unknown): VisionFailure {
  if (error instanceof VisionFailure) return error;
  const { code, httpStatusCode, statusDetails } = (error ?? {}) as {
    code?: unknown;
    httpStatusCode?: unknown;
    statusDetails?: unknown;
  };
  if (httpStatusCode === TOO_LARGE) return new VisionFailure('question-refused');
  // The client gives a code to whatever comes back, none to what it could not even send.
  if (code === undefined) return new VisionFailure('misconfigured');
  const reason = (typeof code === 'number' ? BY_CODE[code] : undefined) ?? 'damaged';
  // Without a status no answer came: somebody may have been at work when the line broke.
  if (code === 14 && httpStatusCode === undefined && !neverArrived(error)) return new VisionFailure('disconnected');
  const retryAfterMs = delayIn(statusDetails);
  return new VisionFailure(reason, retryAfterMs === undefined ? {} : { retryAfterMs });
}

/** google.rpc.RetryInfo. */
function delayIn(details: unknown): number | undefined {
  for (const detail of Array.isArray(details) ? (details as unknown[]) : []) {
    const { retryDelay } = (detail ?? {}) as { retryDelay?: { seconds?: unknown } | null };
    const seconds = Number(retryDelay?.seconds ?? Number.NaN);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  }
  return undefined;
}
