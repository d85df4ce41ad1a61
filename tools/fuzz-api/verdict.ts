/** What we read of Schemathesis' own report. */
export interface FuzzReport {
  readonly operations: { readonly total: number; readonly tested: number };
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
}

export interface Verdict {
  readonly pass: boolean;
  /** Schemathesis itself broke down, and found nothing against the service until then. */
  readonly gaveUp: boolean;
  readonly note: string;
}

/** Passes only when every route was asked and nothing was found. */
export function verdictOf(code: number | null, report: FuzzReport | undefined, said: string): Verdict {
  const end = said.slice(-20_000);
  if (report === undefined)
    return { pass: false, gaveUp: true, note: `ended with ${code}, and wrote no report\n${end}` };
  const { operations, test_cases: cases, failures, errors } = report;
  const note = `${cases.generated} requests to ${operations.tested} of ${operations.total} routes`;
  const wasWhole = operations.total > 0 && operations.tested === operations.total && cases.generated > 0;
  if (code === 0 && wasWhole) return { pass: true, gaveUp: false, note };
  const gaveUp = failures.length === 0 && errors.length > 0;
  return { pass: false, gaveUp, note: `${note}, ended with ${code}\n${end}` };
}
