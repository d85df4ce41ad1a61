import { EXIT_CODE } from '@foundnow/config';
import { isDependencyFailure } from '@foundnow/postgres';
import { busTrouble } from './bus/bus-trouble.ts';
import { codeOf, nameAndPlace } from './name-of.ts';

export interface End {
  readonly text: string;
  readonly exitCode: number;
}

/** Why a service ended, by name, code and place; the message could hold what an error message must not show. */
export function explainEnd(error: unknown): End {
  const trouble = busTrouble(error);
  if (trouble !== undefined)
    return { text: `The service could not go on.\n${trouble}`, exitCode: EXIT_CODE.unavailable };
  const code = codeOf(error);
  const [name = '', ...frames] = nameAndPlace(error);
  const exitCode = code === 'EADDRINUSE' || isDependencyFailure(error) ? EXIT_CODE.unavailable : EXIT_CODE.unexpected;
  return { text: [`The service could not go on: ${name}`, ...adviceOn(error, code), ...frames].join('\n'), exitCode };
}

function adviceOn(error: unknown, code: string | undefined): string[] {
  if (code === 'EADDRINUSE') return ['Its PORT is taken by another program.'];
  if (code?.startsWith('28')) return ['The database refuses the login of DATABASE_URL or BUS_DATABASE_URL.'];
  return isDependencyFailure(error) ? ['The database of DATABASE_URL or BUS_DATABASE_URL does not answer.'] : [];
}
