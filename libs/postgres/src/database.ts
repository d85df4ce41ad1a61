import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.ts';
import { databaseUnavailable, isDependencyFailure } from './dependency-failure.ts';
import type { Tx } from './sql.ts';
import { type KnownWorkers, knownWorkers } from './tenancy/known-workers.ts';
import { beginStatement, type TenantScope, type TransactionMode } from './tenancy/tenant-scope.ts';
import { OpenTransaction } from './transactions/open-transaction.ts';
import { isStalePlan, isWorthRetrying, pauseBeforeRetry } from './transactions/retry.ts';
import { StatementNames } from './transactions/statement-names.ts';

export interface DatabaseOptions {
  /** The workers that this service's tables know: a scope with another name is refused, not silently empty. */
  readonly workers?: readonly string[];
}

/** The only door to a service's rows: everything happens in a transaction that says whose rows it may touch. */
export class Database {
  readonly #source: DataSource | Pool;
  readonly #pool: Pool;
  readonly #names = new StatementNames();
  readonly #workers: KnownWorkers | undefined;

  constructor(source: DataSource | Pool, { workers }: DatabaseOptions = {}) {
    this.#source = source;
    this.#pool = poolOf(source);
    this.#workers = workers && knownWorkers(workers);
  }

  /**
   * Runs `work` and commits. A conflict with another transaction rolls back and runs `work` again, so nothing in it
   * may reach outside the database: use `afterCommit` for that.
   */
  async transaction<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#run(scope, 'write', work);
  }

  /** One consistent view of the data; a write in it fails. */
  async read<T>(scope: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#run(scope, 'read', work);
  }

  /** Resolves when the database answers, rejects with a `dependency` error when it does not. */
  async ping(): Promise<void> {
    try {
      await this.#pool.query('SELECT 1');
    } catch (error) {
      throw databaseUnavailable(error);
    }
  }

  async close(): Promise<void> {
    if ('destroy' in this.#source) {
      if (this.#source.isInitialized) await this.#source.destroy();
    } else if (!this.#source.ending) await this.#source.end();
  }

  async #run<T>(scope: TenantScope, mode: TransactionMode, work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#workers?.check(scope);
    const begin = beginStatement(scope, mode);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(begin, mode, work);
      } catch (error) {
        if (!isWorthRetrying(error, attempt)) throw error;
        await pauseBeforeRetry(attempt);
      }
    }
  }

  async #attempt<T>(begin: string, mode: TransactionMode, work: (tx: Tx) => Promise<T>): Promise<T> {
    const tx = new OpenTransaction(await this.#acquire(), this.#names, mode);
    let stale = false;
    let callbacks: readonly (() => void)[] = [];
    try {
      await tx.begin(begin);
      const result = await work(tx);
      callbacks = await tx.commit();
      return result;
    } catch (error) {
      stale = isStalePlan(error);
      await tx.rollback();
      throw error;
    } finally {
      tx.client.release(stale || tx.broken);
      for (const callback of callbacks) runAfterCommit(callback);
    }
  }

  /** A connection that somebody gave back in the middle of a transaction is thrown away, never used. */
  async #acquire(): Promise<PoolClient> {
    for (;;) {
      const client = await this.#connect();
      if (client.listenerCount('error') === 0) client.on('error', () => {});
      if (client.getTransactionStatus() === 'I') return client;
      client.release(true);
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (isDependencyFailure(error)) throw databaseUnavailable(error);
      throw error;
    }
  }
}

/** What was committed stays committed: a callback that throws must not look like a failed transaction. */
function runAfterCommit(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    process.emitWarning(`An afterCommit callback threw ${error instanceof Error ? error.name : typeof error}.`);
  }
}
