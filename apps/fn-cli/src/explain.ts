import { ConfigError, EXIT_CODE } from '@foundnow/config';
import { DomainError } from '@foundnow/kernel';
import { isDependencyFailure } from '@foundnow/postgres';
import { busTrouble } from '@foundnow/service';
import { CommanderError } from 'commander';
import { UsageError } from './usage-error.ts';

const AWAY = 'The database or the bus does not answer. Is the platform running? On one machine: npm start';
const LOGIN_REFUSED =
  'The database refuses the user or the password. Another installation may have taken over its roles, or a variable ' +
  'such as DATABASE_URL or BUS_DATABASE_URL is set to something else; beside npm start leave both unset.';

export interface Explanation {
  readonly text: string;
  readonly exitCode: number;
}

/** What a person reads and a script tests when a command could not do its work. */
export function explain(error: unknown): Explanation {
  // Commander has printed its own help or complaint already.
  if (error instanceof CommanderError) return { text: '', exitCode: error.exitCode === 0 ? 0 : EXIT_CODE.usage };
  if (error instanceof UsageError) return { text: `error: ${error.message}`, exitCode: EXIT_CODE.usage };
  if (error instanceof ConfigError) return { text: error.message, exitCode: EXIT_CODE.config };
  const trouble = error instanceof DomainError && error.kind !== 'dependency' ? undefined : busTrouble(error);
  if (trouble !== undefined) return { text: trouble, exitCode: EXIT_CODE.unavailable };
  const codes = codesOf(error);
  if (codes.some((code) => code.startsWith('28'))) return { text: LOGIN_REFUSED, exitCode: EXIT_CODE.unavailable };
  if (codes.includes('EACCES') || codes.includes('EPERM')) return notPermitted(error);
  // Of the database and the bus there is more to say here; what other things need to be mended they say themselves.
  if (error instanceof DomainError && error.kind === 'dependency' && error.code !== 'database.unavailable') {
    return { text: error.detail, exitCode: EXIT_CODE.unavailable };
  }
  if (isDependencyFailure(error)) return { text: AWAY, exitCode: EXIT_CODE.unavailable };
  if (error instanceof DomainError) {
    const fields = error.fields.map(({ path, detail }) => `\n  ${path}: ${detail}`);
    return { text: `${error.detail}${fields.join('')}`, exitCode: 1 };
  }
  return {
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    exitCode: EXIT_CODE.unexpected,
  };
}

function notPermitted(error: unknown): Explanation {
  const path = (error as NodeJS.ErrnoException).path ?? 'a file it needs';
  return {
    text: `This user may not read ${path}. Run fn as the user who runs npm start.`,
    exitCode: EXIT_CODE.notPermitted,
  };
}

/** Of the error and of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string') codes.push(code);
    at = cause;
  }
  return codes;
}
