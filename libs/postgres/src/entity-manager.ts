import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Tx } from './sql.ts';
import { Statements } from './transactions/savepoint.ts';

/**
 * TypeORM's entities inside a transaction that `Database` opened: same connection, same scope, same commit.
 * For the hot path plain statements are three times as fast.
 */
export function entityManager(source: DataSource, tx: Tx): EntityManager {
  if (!(tx instanceof Statements)) throw new TypeError('Only a transaction that Database opened has a connection.');
  const runner = source.createQueryRunner();
  // A runner with a connection asks the pool for none, and one in a transaction opens none of its own.
  const adopted: Partial<Record<keyof QueryRunner | 'databaseConnection', unknown>> = {
    databaseConnection: tx.client,
    isTransactionActive: true,
  };
  Object.assign(runner, adopted, { transactionDepth: 1 });
  return runner.manager;
}
