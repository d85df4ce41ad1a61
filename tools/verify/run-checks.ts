import type { Check, CheckResult, Repository } from './check.ts';

export interface Finished extends CheckResult {
  readonly name: string;
  readonly seconds: number;
}

export interface RunOptions {
  readonly atOnce: number;
  /** Checks for which `not run` counts as failed. */
  readonly required: ReadonlySet<string>;
  readonly clock: () => number;
  onFinished(finished: Finished): void;
}

/** Runs the checks a few at a time; one that throws has failed, and the others still run. */
export async function runChecks(
  checks: readonly Check[],
  repository: Repository,
  options: RunOptions,
): Promise<Finished[]> {
  const waiting = [...checks];
  const finished = new Map<string, Finished>();
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = options.clock();
      const result = await runOne(check, repository, options.required);
      const done = { name: check.name, seconds: (options.clock() - started) / 1000, ...result };
      finished.set(check.name, done);
      options.onFinished(done);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, worker));
  return checks.flatMap(({ name }) => finished.get(name) ?? []);
}

async function runOne(check: Check, repository: Repository, required: ReadonlySet<string>): Promise<CheckResult> {
  try {
    const result = await check.run(repository);
    return result.outcome === 'not run' && required.has(check.name) ? { ...result, outcome: 'failed' } : result;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', summary: 'the check itself broke', problems: [{ rule: check.name, where: '.', what }] };
  }
}
