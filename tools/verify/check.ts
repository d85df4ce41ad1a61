/** One thing that is wrong: which rule, where, and what to do about it. */
export interface Problem {
  readonly rule: string;
  readonly where: string;
  readonly what: string;
}

/** `not run` is never a pass: it says that the question could not be asked (no network, no registry). */
export type Outcome = 'passed' | 'failed' | 'not run';

export interface CheckResult {
  readonly outcome: Outcome;
  readonly summary: string;
  readonly problems: readonly Problem[];
}

export interface Repository {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Check {
  readonly name: string;
  readonly about: string;
  run(repository: Repository): Promise<CheckResult>;
}

export function judged(problems: readonly Problem[], summary: string): CheckResult {
  return { outcome: problems.length === 0 ? 'passed' : 'failed', summary, problems };
}

export function notRun(reason: string): CheckResult {
  return { outcome: 'not run', summary: reason, problems: [] };
}
