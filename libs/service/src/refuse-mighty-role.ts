import { ConfigError } from '@foundnow/config';
import type { Database } from '@foundnow/postgres';

const ASK = `select rolsuper or rolbypassrls as mighty,
    exists (select from pg_namespace where nspname = $1 and nspowner = r.oid) as owner
  from pg_roles r where rolname = current_user`;

/** Row-level security does not hold for a superuser, and an owner could change the rules: a service is neither. */
export async function refuseMightyRole(database: Pick<Database, 'read'>, schema: string): Promise<void> {
  const [role] = await database.read({ anonymous: true }, (tx) =>
    tx.query<{ mighty: boolean; owner: boolean }>(ASK, [schema]),
  );
  if (role?.mighty !== true && role?.owner !== true) return;
  const what = role.mighty ? 'of a superuser, for whom row-level security does not hold' : `of the owner of ${schema}`;
  throw new ConfigError([{ key: 'DATABASE_URL', reason: `is the login ${what}: use the one of ${schema}_app` }]);
}
