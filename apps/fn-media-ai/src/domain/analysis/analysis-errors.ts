import { DomainError } from '@foundnow/kernel';

export function noAnalysis(): DomainError {
  const detail = 'There is no analysis of it, or none yet: photos are read within seconds, in busy times minutes.';
  return new DomainError('analysis.missing', 'missing', detail);
}

export function notYours(): DomainError {
  const detail = 'This is for the desk of the organization whose post it is.';
  return new DomainError('analysis.forbidden', 'forbidden', detail);
}

export function upToDate(): DomainError {
  const detail =
    'Every photo was read by what reads photos now, or waits for it: reading them again would say the same.';
  return new DomainError('analysis.current', 'conflict', detail);
}

export function notInReview(): DomainError {
  const detail = 'It was decided so, or a newer analysis takes its place. Read the queue again, or the analysis.';
  return new DomainError('analysis.not_in_review', 'conflict', detail);
}

export function readersBusy(): DomainError {
  const detail = 'Too many photos are being read at once. Try again shortly.';
  return new DomainError('photo.readers_busy', 'dependency', detail, { retryAfterSeconds: 5 });
}

export function photoTooLarge(): DomainError {
  return new DomainError('image.too_large', 'too-large', 'A photo has at most 10 MB.');
}

export function photoUnreadable(cause: unknown): DomainError {
  const detail = 'Reading this photo broke off twice. Send another photo of it.';
  return new DomainError('photo.unreadable', 'unprocessable', detail, { cause });
}

export function tooManyOfOne(): DomainError {
  const detail = 'Photos of yours are being analysed already. Send the next one when they are done.';
  return new DomainError('analysis.too_many', 'too-many', detail, { retryAfterSeconds: 5 });
}
