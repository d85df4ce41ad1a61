import pg from 'pg';
import type { DataSource, EntitySchema, MixedList } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { identifier } from './identifier.ts';
import { silentLogger } from './silent-logger.ts';
import type { MigrationClass } from './migrations/migration-class.ts';

export interface PoolOptions {
  readonly url: string;
  /** The one schema this connection works in; it is the whole search path. */
  readonly schema: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly poolSize?: number;
  /** A statement that runs longer is cancelled. Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** A transaction in which nobody says anything for longer is ended. Default 60 s. */
  readonly idleInTransactionMs?: number;
}

export interface DataSourceOptions extends PoolOptions {
  readonly entities?: MixedList<EntitySchema>;
  readonly migrations?: readonly MigrationClass[];
}

function poolConfig(options: PoolOptions): pg.PoolConfig {
  return {
    connectionString: options.url,
    application_name: options.applicationName,
    options: `-c search_path=${identifier(options.schema)}`,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Statements of a transaction need not wait for each other's answers (Tx.send).
    pipeline: true,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 60_000,
  };
}

/** A pool for code that needs no entities. */
export function openPool(options: PoolOptions): pg.Pool {
  return new pg.Pool(poolConfig(options)).on('error', ignoreLostIdleConnection);
}

/** TypeORM over the same kind of pool. Never synchronizes: migrations alone change a schema. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  // TypeORM is heavy: only those who ask for it load it.
  const typeorm = await import('typeorm');
  const source = new typeorm.DataSource({
    type: 'postgres',
    driver: pg,
    url: options.url,
    schema: options.schema,
    entities: options.entities ?? [],
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logger: silentLogger,
    poolErrorHandler: ignoreLostIdleConnection,
    extra: poolConfig(options),
  });
  return source.initialize();
}

export function poolOf(source: DataSource | pg.Pool): pg.Pool {
  if (!('driver' in source)) return source;
  return (source.driver as PostgresDriver).master as pg.Pool;
}

/** The pool has already dropped it, and the next user gets another. */
function ignoreLostIdleConnection(): void {}
