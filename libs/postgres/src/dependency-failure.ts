import { DomainError } from '@foundnow/kernel';

const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  '3D000', // the database is not there (yet)
]);

/** Connection exception, authorization, insufficient resources, operator intervention (below), system error. */
const AWAY_CLASSES = ['08', '28', '53', '58'];
const OPERATOR = new Set(['57P01', '57P02', '57P03', '57P05']);
/** A statement or a lock that took too long: the server is slow now, and the same will do later. */
const SLOW = new Set(['57014', '55P03']);

const AWAY_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'Query read timeout',
];

/** Is this PostgreSQL, or the way to it, being away? Then waiting helps, and nothing is wrong with what was asked. */
export function isDependencyFailure(error: unknown): boolean {
  for (let at = error, depth = 0; isError(at) && depth < 6; at = innerOf(at), depth += 1) {
    if (at instanceof DomainError) return at.kind === 'dependency';
    if (isAway(at)) return true;
  }
  return false;
}

/** `instanceof Error` would miss errors of the runtime's own realm (Jest, worker contexts). */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
}

function isAway(error: Error): boolean {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') {
    if (AWAY_CODES.has(code) || OPERATOR.has(code) || SLOW.has(code)) return true;
    if (code.length === 5 && AWAY_CLASSES.some((prefix) => code.startsWith(prefix))) return true;
  }
  return AWAY_MESSAGES.some((message) => error.message.startsWith(message));
}

function innerOf(error: Error): unknown {
  const { errors, driverError } = error as { errors?: unknown[]; driverError?: unknown };
  return driverError ?? errors?.[0] ?? error.cause;
}

/** What callers see instead of the driver's words. */
export function databaseUnavailable(cause: unknown): DomainError {
  return new DomainError('database.unavailable', 'dependency', 'The database does not answer. Try again shortly.', {
    retryAfterSeconds: 5,
    cause,
  });
}
