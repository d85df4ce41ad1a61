import { EXIT_CODE } from './exit-code.ts';

export interface ConfigProblem {
  readonly key: string;
  /** What is wanted. Never what was found: it may be a secret. */
  readonly reason: string;
}

/** The configuration is wrong: which keys, and what each must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(`Configuration is wrong:\n${problems.map(({ key, reason }) => `  ${key}: ${reason}`).join('\n')}`);
  }
}

/** For main.ts: tells the operator what to change and ends the process. Other errors are thrown on. */
export function reportConfigErrorAndExit(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\nSet these in the environment and start again.\n`);
  // Nothing has started yet that would need a clean stop.
  process.exit(EXIT_CODE.config);
}
