import { identifier, type Sql, type Tx } from '@foundnow/postgres';
import type { IdempotentRequest } from './idempotent-request.ts';

export type Claim =
  | { readonly state: 'ours' }
  | { readonly state: 'in-progress' }
  | { readonly state: 'done'; readonly sameRequest: boolean; readonly resource: string };

interface ClaimRow {
  readonly free: boolean;
  readonly fingerprint: Buffer | null;
  readonly resource: string;
}

const KEPT_FOR = '24 hours';

/**
 * What was made is noted in the transaction of the effect, so there is never one without the other, and a crash leaves
 * nothing behind that could block the key. An advisory lock of that transaction keeps others from starting the same.
 */
export class IdempotencyStore {
  private readonly table: string;

  constructor(schema: string) {
    this.table = `${identifier(schema)}.idempotency`;
  }

  async claim(tx: Tx, { id, fingerprint }: IdempotentRequest): Promise<Claim> {
    const [row] = await tx.query<ClaimRow>(
      `SELECT pg_try_advisory_xact_lock($1::bigint) AS free, given.*
       FROM (SELECT 1) AS one LEFT JOIN (
         SELECT fingerprint, resource FROM ${this.table} WHERE id = $2 AND expires_at > now()
       ) AS given ON true`,
      [id.readBigInt64BE(0).toString(), id],
    );
    if (row?.fingerprint != null) {
      return { state: 'done', sameRequest: fingerprint.equals(row.fingerprint), resource: row.resource };
    }
    return { state: row?.free === true ? 'ours' : 'in-progress' };
  }

  /** False: somebody else's effect was committed meanwhile. Then this transaction must roll back. */
  async record(tx: Tx, { id, person, fingerprint }: IdempotentRequest, resource: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO ${this.table} AS given (id, person, fingerprint, resource, expires_at)
       VALUES ($1, $2, $3, $4, now() + interval '${KEPT_FOR}')
       ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, resource = excluded.resource,
         expires_at = excluded.expires_at
       WHERE given.expires_at <= now()
       RETURNING 1`,
      [id, person, fingerprint, resource],
    );
    return rows.length === 1;
  }

  /** Call now and then, until it says 0. */
  async purgeExpired(sql: Sql, most = 1_000): Promise<number> {
    const rows = await sql.query(
      `DELETE FROM ${this.table} WHERE id IN
         (SELECT id FROM ${this.table} WHERE expires_at <= now() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING 1`,
      [most],
    );
    return rows.length;
  }

  /** An erasure also takes what says that the person asked for something. */
  async forget(sql: Sql, person: string): Promise<void> {
    await sql.query(`DELETE FROM ${this.table} WHERE person = $1`, [person]);
  }
}
