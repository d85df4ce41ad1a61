import { identifier, type Sql, type Tx } from '@foundnow/postgres';
import type { Answer } from './answer.ts';
import type { IdempotentRequest } from './idempotent-request.ts';

export type Claim =
  | { readonly state: 'ours' }
  | { readonly state: 'in-progress' }
  | { readonly state: 'answered'; readonly sameRequest: boolean; readonly answer: Answer };

interface ClaimRow {
  readonly free: boolean;
  readonly fingerprint: Buffer | null;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

const KEPT_FOR = '24 hours';

/**
 * The answer is written in the transaction of the effect, so there is never one without the other, and a crash leaves
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
         SELECT fingerprint, status, headers, body FROM ${this.table} WHERE id = $2 AND expires_at > now()
       ) AS given ON true`,
      [id.readBigInt64BE(0).toString(), id],
    );
    if (row?.fingerprint != null) {
      const body: unknown = row.body === null ? undefined : JSON.parse(row.body);
      const answer = { status: row.status, headers: row.headers, body };
      return { state: 'answered', sameRequest: fingerprint.equals(row.fingerprint), answer };
    }
    return { state: row?.free === true ? 'ours' : 'in-progress' };
  }

  /** False: somebody else's answer was committed meanwhile. Then this transaction must roll back. */
  async record(tx: Tx, { id, person, fingerprint }: IdempotentRequest, answer: Answer): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO ${this.table} AS given (id, person, fingerprint, status, headers, body, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + interval '${KEPT_FOR}')
       ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status,
         headers = excluded.headers, body = excluded.body, expires_at = excluded.expires_at
       WHERE given.expires_at <= now()
       RETURNING 1`,
      [
        id,
        person,
        fingerprint,
        answer.status,
        JSON.stringify(answer.headers ?? {}),
        JSON.stringify(answer.body) ?? null,
      ],
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

  /** Answers hold what the person sent: an erasure takes them too. */
  async forget(sql: Sql, person: string): Promise<void> {
    await sql.query(`DELETE FROM ${this.table} WHERE person = $1`, [person]);
  }
}
