import { DomainError } from '@foundnow/kernel';

/** A store that says nothing more is one that is away: neither a lease nor a stop waits for it for ever. */
export async function inTime<Result>(
  patienceMs: number,
  stopping: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(away()), patienceMs);
  const signal = stopping === undefined ? tooLong.signal : AbortSignal.any([stopping, tooLong.signal]);
  const cut = Promise.withResolvers<never>();
  const onAbort = () => cut.reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    signal.throwIfAborted();
    return await Promise.race([work(signal), cut.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  }
}

function away(): DomainError {
  const detail = 'The object store began to answer, or did not, and said nothing more. Try again shortly.';
  return new DomainError('storage.unavailable', 'dependency', detail, { retryAfterSeconds: 5 });
}
