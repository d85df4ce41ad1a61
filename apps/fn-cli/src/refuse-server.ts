import { ConfigError } from '@foundnow/config';
import { DomainError } from '@foundnow/kernel';
import { FOREIGN_ROLE, isDependencyFailure } from '@foundnow/postgres';
import { codeOf } from '@foundnow/service';

/** Why nothing could be made on the server of DATABASE_ADMIN_URL; of the address no more than its host is shown. */
export function refuseServer(adminUrl: string, error: unknown): never {
  const code = codeOf(error);
  if (code === FOREIGN_ROLE)
    throw wrong('is a server that another installation uses: give each its own, or a --role-prefix');
  if (code?.startsWith('28')) throw wrong('names a user or password that the server refuses');
  if (code === '3D000') throw wrong('names a database that is not on the server: create it');
  if (!isDependencyFailure(error)) throw error;
  const detail = `The PostgreSQL of DATABASE_ADMIN_URL at ${new URL(adminUrl).host} does not answer${code === undefined ? '' : ` (${code})`}. Start it, or correct the address.`;
  throw new DomainError('admin_server.unavailable', 'dependency', detail);
}

function wrong(reason: string): ConfigError {
  return new ConfigError([{ key: 'DATABASE_ADMIN_URL', reason }]);
}
