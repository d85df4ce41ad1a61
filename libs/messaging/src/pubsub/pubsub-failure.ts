import { DomainError } from '@foundnow/kernel';

/** The gRPC codes that are told apart. */
export const STATUS = {
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  failedPrecondition: 9,
  unimplemented: 12,
  unavailable: 14,
  unauthenticated: 16,
} as const;

/** What is repeated within one call: the server was away, busy, or another call was in the way. */
export const RETRIED: readonly number[] = [1, 2, STATUS.deadlineExceeded, 8, 10, 13, STATUS.unavailable];

const REFUSED: readonly number[] = [
  STATUS.invalidArgument,
  STATUS.alreadyExists,
  STATUS.failedPrecondition,
  STATUS.unimplemented,
];

/** What Google's library for credentials says before anybody was asked. */
const NO_CREDENTIALS = /default credentials|GOOGLE_APPLICATION_CREDENTIALS|does not exist, or it is not a file/;

export function statusOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

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
