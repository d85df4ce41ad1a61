import { DomainError } from '@foundnow/kernel';
import { STATUS, REFUSED, statusOf } from './grpc-status.ts';

/** What Google's library for credentials says before anybody was asked. */
const NO_CREDENTIALS = /default credentials|GOOGLE_APPLICATION_CREDENTIALS|does not exist, or it is not a file/;

/** Says what was tried, what Pub/Sub made of it and what helps. All but a refusal of the request is worth waiting for. */
export function pubSubFailure(cause: unknown, trying: string, advice: string): DomainError {
  if (cause instanceof DomainError) return cause;
  const status = statusOf(cause);
  const failure = (code: string, what: string) =>
    new DomainError(`bus.${code}`, 'dependency', `Pub/Sub: ${trying}: ${what}`, { cause });
  switch (status) {
    case STATUS.notFound:
      return failure('missing', `it does not exist. ${advice}`);
    case STATUS.permissionDenied:
      return failure('denied', `the account has no right to. ${advice}`);
    case STATUS.unauthenticated:
      return failure('unauthenticated', 'the credentials are not accepted. Check the service account of this workload');
    default:
  }
  if (status !== undefined && REFUSED.includes(status)) {
    return new DomainError('bus.refused', 'internal', `Pub/Sub refused: ${trying}: ${detailsOf(cause)}`, { cause });
  }
  if (status === undefined && NO_CREDENTIALS.test(String(cause))) {
    return failure('unauthenticated', 'there are no credentials. Give this workload a service account (ADC)');
  }
  const name = status === STATUS.deadlineExceeded ? 'no answer in time' : 'the server cannot be reached or is busy';
  return failure('unavailable', `${name} (status ${status ?? 'unknown'})`);
}

/** Servers name resources and settings here, never content. */
function detailsOf(cause: unknown): string {
  const details = cause instanceof Error && 'details' in cause ? cause.details : undefined;
  return typeof details === 'string' && details !== '' ? details : `status ${statusOf(cause)}`;
}
