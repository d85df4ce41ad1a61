/** An unexpected error by name and code; its message could hold what an error message must not show. */
export function nameOf(error: unknown): string {
  const { name = 'unknown failure' } = Object(error) as Partial<Error>;
  return [name, codeOf(error)].filter((word) => word !== undefined).join(' ');
}

/** The same with the places in the code below it. */
export function nameAndPlace(error: unknown): string[] {
  const { stack = '' } = Object(error) as Partial<Error>;
  return [nameOf(error), ...stack.split('\n').filter((line) => /^\s+at /.test(line))];
}

/** Of the system or of PostgreSQL, also where it is the cause of another: a word of a closed list, never a value. */
export function codeOf(error: unknown): string | undefined {
  let found: string | undefined;
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[\w.]{1,40}$/.test(code)) found = code;
    at = cause;
  }
  return found;
}
