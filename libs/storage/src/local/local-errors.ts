import { DomainError } from '@foundnow/kernel';
import { storageDenied, storageFull, storageUnavailable } from '../storage-errors.ts';

/** What the operating system says, as what to do about it. What is no fault of the disk is left as it is. */
export function localErrorFrom(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return storageFull(error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return storageDenied(error, 'let its user write to the folder of the store');
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
    case 'ESTALE':
      return storageUnavailable(error);
    default:
      return error;
  }
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
