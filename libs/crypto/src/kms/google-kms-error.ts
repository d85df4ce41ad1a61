import { DomainError } from '@foundnow/kernel';
import { wrappedKeyRefused } from './local-kms.ts';

const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const FAILED_PRECONDITION = 9;
const UNAUTHENTICATED = 16;

/** Google's own words can quote the request, so each case gets ours, with what to do. */
export function kmsErrorFrom(error: unknown, keyName: string, call: 'wrap' | 'unwrap'): DomainError {
  if (error instanceof DomainError) return error;
  switch ((error as { code?: unknown }).code) {
    case INVALID_ARGUMENT:
      if (call === 'unwrap') return wrappedKeyRefused();
      return broken('kms.key_unsuitable', `${keyName} does not encrypt: name a symmetric key for ENCRYPT_DECRYPT.`);
    case NOT_FOUND:
      return broken('kms.key_missing', `Cloud KMS has no key ${keyName}: create it, or correct the configured name.`);
    case PERMISSION_DENIED:
      return broken(
        'kms.denied',
        `Cloud KMS refuses this service: grant it roles/cloudkms.cryptoKeyEncrypterDecrypter on ${keyName}.`,
      );
    case UNAUTHENTICATED:
      return broken('kms.unauthenticated', 'Cloud KMS does not accept the credentials: renew or configure them.');
    case FAILED_PRECONDITION:
      return broken('kms.key_disabled', `The version of ${keyName} that is needed is disabled: enable it again.`);
    case RESOURCE_EXHAUSTED:
      return new DomainError('kms.quota', 'dependency', 'The Cloud KMS quota is used up: wait, or raise it.', {
        retryAfterSeconds: 60,
      });
    default:
      return broken('kms.unavailable', 'Cloud KMS cannot be reached in time: it is tried again.');
  }
}

export function damagedInTransit(): DomainError {
  return broken('kms.damaged', 'What Cloud KMS received or answered was damaged on the way: it is tried again.');
}

function broken(code: string, detail: string): DomainError {
  return new DomainError(code, 'dependency', detail, { retryAfterSeconds: 5 });
}
