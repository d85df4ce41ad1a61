import { DomainError } from '@foundnow/kernel';

export function invalid(path: string, detail: string): DomainError {
  const fields = [{ path, code: 'storage.invalid', detail }];
  return new DomainError('storage.invalid', 'validation', `The storage was asked for something it cannot do.`, {
    fields,
  });
}

export function rangeRefused(): DomainError {
  return invalid('range', 'The range must begin inside the object.');
}

export function missingObject(): DomainError {
  return new DomainError('storage.missing', 'missing', 'There is no such object, or no longer.');
}

export function objectExists(): DomainError {
  return new DomainError(
    'storage.exists',
    'precondition',
    'There is an object under this key already: choose another.',
  );
}

export function storageFull(cause: unknown): DomainError {
  return new DomainError(
    'storage.full',
    'dependency',
    'The disk of the object store is full: free space or move the store to a larger disk, then repeat the upload.',
    { cause, retryAfterSeconds: 60 },
  );
}

export function storageDenied(cause: unknown, whatToDo: string): DomainError {
  return new DomainError('storage.denied', 'dependency', `The object store refuses this service: ${whatToDo}.`, {
    cause,
  });
}

export function storageUnavailable(cause: unknown): DomainError {
  return new DomainError('storage.unavailable', 'dependency', 'The object store does not answer. Try again shortly.', {
    cause,
    retryAfterSeconds: 5,
  });
}
