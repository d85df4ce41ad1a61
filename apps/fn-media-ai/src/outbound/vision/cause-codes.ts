/** Codes that say that nobody was reached, so nobody did any work. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export function neverArrived(error: unknown): boolean {
  return codesIn(error).some((code) => NEVER_ARRIVED.has(code));
}

/** Node tells of several addresses at once, each with its own error. */
function codesIn(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  const within = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [...(typeof code === 'string' ? [code] : []), ...within.flatMap((each) => codesIn(each, depth + 1))];
}
