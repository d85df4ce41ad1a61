/** Unique, foreign key, check, exclusion and not-null violations. */
const VIOLATIONS = new Set(['23505', '23503', '23514', '23P01', '23502']);

/** The name of the constraint that a statement ran into; `undefined` when that is not what went wrong. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint, column } = error as { code?: string; constraint?: string; column?: string };
  return code !== undefined && VIOLATIONS.has(code) ? (constraint ?? column) : undefined;
}
