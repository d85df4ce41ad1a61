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

export const REFUSED: readonly number[] = [
  STATUS.invalidArgument,
  STATUS.alreadyExists,
  STATUS.failedPrecondition,
  STATUS.unimplemented,
];

export function statusOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}
