import { CONFIG_EXIT_CODE, ConfigError } from '@foundnow/config';
import { DomainError } from '@foundnow/kernel';
import { isDependencyFailure } from '@foundnow/postgres';

/** EX_UNAVAILABLE and EX_SOFTWARE of sysexits(3). */
const UNAVAILABLE = 69;
const UNEXPECTED = 70;

export interface Explanation {
  readonly text: string;
  readonly exitCode: number;
}

/** What a person reads and a script tests when a command could not do its work. */
export function explain(error: unknown): Explanation {
  if (error instanceof ConfigError) return { text: error.message, exitCode: CONFIG_EXIT_CODE };
  if (isDependencyFailure(error) || (error instanceof DomainError && error.kind === 'dependency')) {
    const text = 'The database or the bus does not answer. Is the platform running? On one machine: npm start';
    return { text, exitCode: UNAVAILABLE };
  }
  if (error instanceof DomainError) {
    const fields = error.fields.map(({ path, detail }) => `\n  ${path}: ${detail}`);
    return { text: `${error.detail}${fields.join('')}`, exitCode: 1 };
  }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: UNEXPECTED };
}
