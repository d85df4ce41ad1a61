import { DomainError } from '@foundnow/kernel';

/** `how` it ended is for the log: it holds nothing of the photo. */
export function readerDied(how: string): DomainError {
  const detail = 'The photo could not be read this time. Try again; if it fails once more, send another photo.';
  return new DomainError('photo.reader_died', 'dependency', detail, { retryAfterSeconds: 5, cause: how });
}

export function tookTooLong(): DomainError {
  const detail = 'Reading the photo took too long. Try again; if it fails once more, send another photo.';
  return new DomainError('photo.took_too_long', 'dependency', detail, { retryAfterSeconds: 5 });
}

export function readersBusy(): DomainError {
  const detail = 'Too many photos are being read at once. Try again shortly.';
  return new DomainError('photo.readers_busy', 'dependency', detail, { retryAfterSeconds: 5 });
}
