import type { Database } from '../database.ts';
import { identifier } from '../identifier.ts';
import type { Tx } from '../sql.ts';
import { GENESIS, sealHash, SEALED_COLUMNS, type SealedEntry } from './seal-hash.ts';

export interface AuditSealerOptions {
  readonly database: Database;
  readonly schema: string;
  readonly intervalMs?: number;
  readonly batchSize?: number;
  /** Told about a round that failed; the next one tries again. */
  readonly onError?: (error: unknown) => void;
}

const SCOPE = { worker: 'audit-sealer' } as const;

/**
 * Chains committed entries by their hashes, lowest id first among those that wait. An entry that commits late is
 * sealed late: its place in the chain is that of its seal. One sealer works at a time, however many run.
 */
export class AuditSealer {
  readonly #options: AuditSealerOptions;
  readonly #schema: string;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;

  constructor(options: AuditSealerOptions) {
    this.#options = options;
    this.#schema = identifier(options.schema);
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#tick(), this.#options.intervalMs ?? 5_000).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#round;
  }

  /** Seals everything that is committed now; answers how many entries that were. */
  async seal(): Promise<number> {
    for (let total = 0; ;) {
      const sealed = await this.#options.database.transaction(SCOPE, (tx) => this.#sealBatch(tx));
      total += sealed;
      if (sealed < this.#batchSize) return total;
    }
  }

  get #batchSize(): number {
    return this.#options.batchSize ?? 1_000;
  }

  #tick(): void {
    this.#round ??= this.seal()
      .then(
        () => {},
        (error: unknown) => this.#options.onError?.(error),
      )
      .finally(() => (this.#round = undefined));
  }

  async #sealBatch(tx: Tx): Promise<number> {
    const [lock] = await tx.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine',
      [`foundnow.audit:${this.#schema}`],
    );
    if (lock?.mine !== true) return 0;
    const entries = await this.#takeFromQueue(tx);
    if (entries.length === 0) return 0;
    const head = await this.#head(tx);
    const hashes: Buffer[] = [];
    for (const [i, entry] of entries.entries()) {
      hashes.push(sealHash(hashes.at(-1) ?? head.hash, head.position + i + 1, entry));
    }
    await this.#append(tx, head.position, entries, hashes);
    return entries.length;
  }

  async #takeFromQueue(tx: Tx): Promise<SealedEntry[]> {
    return tx.query<SealedEntry>(
      `WITH taken AS (DELETE FROM ${this.#schema}.audit_queue WHERE entry_id IN
         (SELECT q.entry_id FROM ${this.#schema}.audit_queue q JOIN ${this.#schema}.audit_entries e ON e.id = q.entry_id
          ORDER BY q.entry_id LIMIT $1) RETURNING entry_id)
       SELECT ${SEALED_COLUMNS} FROM taken JOIN ${this.#schema}.audit_entries e ON e.id = taken.entry_id ORDER BY e.id`,
      [this.#batchSize],
    );
  }

  async #head(tx: Tx): Promise<{ position: number; hash: Uint8Array }> {
    const [head] = await tx.query<{ position: string; hash: Buffer }>(
      `SELECT position, hash FROM ${this.#schema}.audit_seals ORDER BY position DESC LIMIT 1`,
    );
    return head === undefined ? { position: 0, hash: GENESIS } : { position: Number(head.position), hash: head.hash };
  }

  async #append(tx: Tx, after: number, entries: readonly SealedEntry[], hashes: readonly Buffer[]): Promise<void> {
    await tx.query(
      `INSERT INTO ${this.#schema}.audit_seals (position, entry_id, hash)
       SELECT $1::bigint + n, id, hash FROM unnest($2::bigint[], $3::bytea[]) WITH ORDINALITY AS s (id, hash, n)`,
      [after, entries.map(({ id }) => id), hashes],
    );
    await tx.query(`INSERT INTO ${this.#schema}.audit_anchors (position, hash) VALUES ($1, $2)`, [
      after + entries.length,
      hashes.at(-1),
    ]);
  }
}
