import { ConfigError, EXIT_CODE } from '@foundnow/config';
import { withClient } from '@foundnow/postgres';
import { StackError } from './stack-error.ts';

const OLDEST = 15;

/** Looks at the server of DATABASE_URL before anything is made on it. Nothing of the URL but its host is ever shown. */
export async function examineDatabase(url: string): Promise<void> {
  const { version, mayCreate } = await ask(url);
  const reasons = [
    version < OLDEST ? `is a PostgreSQL ${version}, and ${OLDEST} is the oldest that will do` : undefined,
    mayCreate
      ? undefined
      : 'is of a role that may not create roles and schemas (CREATEROLE, and CREATE on the database)',
  ];
  const problems = reasons.flatMap((reason) => (reason === undefined ? [] : [{ key: 'DATABASE_URL', reason }]));
  if (problems.length > 0) throw new ConfigError(problems);
}

async function ask(url: string): Promise<{ version: number; mayCreate: boolean }> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ version: number; mayCreate: boolean }>(
        `SELECT current_setting('server_version_num')::int / 10000 AS version,
           has_database_privilege(current_database(), 'CREATE') AND (rolsuper OR rolcreaterole) AS "mayCreate"
         FROM pg_roles WHERE rolname = current_user`,
      );
      return rows[0] ?? { version: 0, mayCreate: false };
    });
  } catch (error) {
    throw refusal(url, (error as NodeJS.ErrnoException).code ?? '');
  }
}

function refusal(url: string, code: string): Error {
  if (code.startsWith('28')) {
    return new ConfigError([{ key: 'DATABASE_URL', reason: 'names a user or password that the server refuses' }]);
  }
  if (code === '3D000') {
    return new ConfigError([{ key: 'DATABASE_URL', reason: 'names a database that is not on the server: create it' }]);
  }
  return new StackError(
    `The PostgreSQL of DATABASE_URL at ${new URL(url).host} does not answer${code === '' ? '' : ` (${code})`}.`,
    'Start it or correct DATABASE_URL; without it, a PostgreSQL of its own comes up.',
    EXIT_CODE.unavailable,
  );
}
