import { isDependencyFailure } from '@foundnow/postgres';
import { busTrouble } from './bus/bus-trouble.ts';

/** EX_UNAVAILABLE and EX_SOFTWARE of sysexits(3). */
const UNAVAILABLE = 69;
const UNEXPECTED = 70;

export interface End {
  readonly text: string;
  readonly exitCode: number;
}

/** Why a service ended, by name, code and place; the message could hold what an error message must not show. */
export function explainEnd(error: unknown): End {
  const trouble = busTrouble(error);
  if (trouble !== undefined) return { text: `The service could not go on.\n${trouble}`, exitCode: UNAVAILABLE };
  const { name = 'unknown failure', stack = '' } = Object(error) as Partial<Error>;
  const code = codeOf(error);
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const first = `The service could not go on: ${name}${code === undefined ? '' : ` ${code}`}`;
  const exitCode = code === 'EADDRINUSE' || isDependencyFailure(error) ? UNAVAILABLE : UNEXPECTED;
  return { text: [first, ...adviceOn(error, code), ...frames].join('\n'), exitCode };
}

function adviceOn(error: unknown, code: string | undefined): string[] {
  if (code === 'EADDRINUSE') return ['Its PORT is taken by another program.'];
  if (code?.startsWith('28')) return ['The database refuses the login of DATABASE_URL or BUS_DATABASE_URL.'];
  return isDependencyFailure(error) ? ['The database of DATABASE_URL or BUS_DATABASE_URL does not answer.'] : [];
}

/** Of the system or of PostgreSQL, also where it is the cause of another: a word of a closed list, never a value. */
function codeOf(error: unknown): string | undefined {
  let found: string | undefined;
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && /^[\w.]{1,40}$/.test(code)) found = code;
    at = cause;
  }
  return found;
}
