import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { databaseUnavailable, isDependencyFailure } from '../dependency-failure.ts';
import type { TransactionMode } from '../tenancy/tenant-scope.ts';
import { Statements } from './savepoint.ts';
import type { StatementNames } from './statement-names.ts';

/** One transaction on one connection, from BEGIN to its end. */
export class OpenTransaction extends Statements {
  readonly client: PoolClient;
  readonly #names: StatementNames;
  readonly #mode: TransactionMode;
  readonly #callbacks: (() => void)[] = [];
  #broken = false;
  #tail: Promise<unknown> | undefined;

  constructor(client: PoolClient, names: StatementNames, mode: TransactionMode) {
    super();
    this.client = client;
    this.#names = names;
    this.#mode = mode;
  }

  /** The connection is in a state that nobody may inherit. */
  get broken(): boolean {
    return this.#broken || this.client.getTransactionStatus() !== 'I';
  }

  afterCommit(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  async begin(statement: string): Promise<void> {
    await this.send({ text: statement });
  }

  /** Rejects when anything in the transaction had failed, even if the work has swallowed the error. */
  async commit(): Promise<readonly (() => void)[]> {
    this.end();
    const { command } = await this.send({ text: 'COMMIT' });
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
    return this.#callbacks;
  }

  async rollback(): Promise<void> {
    this.end();
    try {
      await this.send({ text: 'ROLLBACK' });
    } catch {
      this.#broken = true;
    }
  }

  protected async perform<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    if (values === undefined || values.length === 0) return (await this.send<Row>({ text })).rows;
    const name = this.#names.nameOf(text);
    const config: QueryConfig = name === undefined ? { text } : { text, name };
    config.values = values as unknown[];
    return (await this.send<Row>(config)).rows;
  }

  /** One at a time: the driver deprecates queueing on its own side. */
  private async send<Row = never>(config: QueryConfig): Promise<QueryResult<Row & object>> {
    const before = this.#tail;
    const sent = before === undefined ? this.client.query(config) : before.then(() => this.client.query(config));
    const settled = sent.then(noop, noop);
    this.#tail = settled;
    try {
      return (await sent) as QueryResult<Row & object>;
    } catch (error) {
      if (!isDependencyFailure(error) && !this.#isReplica(error)) throw error;
      this.#broken = true;
      throw databaseUnavailable(error);
    } finally {
      if (this.#tail === settled) this.#tail = undefined;
    }
  }

  /** A write that is refused as read-only, though we asked for none: a failover left us on the replica. */
  #isReplica(error: unknown): boolean {
    return this.#mode === 'write' && (error as { code?: unknown }).code === '25006';
  }
}

function noop(): void {}
