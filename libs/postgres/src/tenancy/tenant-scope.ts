import pg from 'pg';

interface PublicReads {
  /** Adds the rows that are marked public, whoever owns them. Reads only, and nothing for a worker. */
  readonly publicReads?: true;
}

/** Whose rows a transaction may touch. Row-level security enforces it; there is no scope that means everything. */
export type TenantScope = PublicReads &
  (
    | { readonly org: string; readonly person?: string }
    | { readonly person: string; readonly org?: undefined }
    | { readonly anonymous: true }
    | { readonly worker: string }
  );

export type TransactionMode = 'write' | 'read';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const WORKER_NAME = /^[a-z][a-z0-9-]{0,40}$/;

/**
 * Opens a transaction and sets all four settings in one round trip. All four, always: what an earlier user of the
 * connection left behind must never shine through.
 */
export function beginStatement(scope: TenantScope, mode: TransactionMode): string {
  const begin = mode === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN';
  const { org, user, worker } = settingsOf(scope);
  return (
    `${begin};SET LOCAL app.org=${pg.escapeLiteral(org)};SET LOCAL app."user"=${pg.escapeLiteral(user)};` +
    `SET LOCAL app.worker=${pg.escapeLiteral(worker)};SET LOCAL app.public_reads='${scope.publicReads ? 'on' : ''}'`
  );
}

function settingsOf(scope: TenantScope): { org: string; user: string; worker: string } {
  if ('worker' in scope) return { org: '', user: '', worker: named(scope.worker) };
  if ('anonymous' in scope) return { org: '', user: 'anonymous', worker: '' };
  if (scope.org === undefined) return { org: '', user: uuid('person', scope.person), worker: '' };
  return {
    org: uuid('org', scope.org),
    user: scope.person === undefined ? '' : uuid('person', scope.person),
    worker: '',
  };
}

/** An empty or mistyped id must stop here: in SQL it would silently mean "no organization". */
function uuid(field: string, value: unknown): string {
  if (typeof value === 'string' && UUID.test(value)) return value;
  throw new TypeError(`A tenant scope's ${field} must be a UUID.`);
}

function named(worker: string): string {
  if (WORKER_NAME.test(worker)) return worker;
  throw new TypeError('A worker is named in lower case, digits and dashes, beginning with a letter.');
}
