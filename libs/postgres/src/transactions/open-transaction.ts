import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { databaseUnavailable, isDependencyFailure } from '../dependency-failure.ts';
import type { TransactionMode } from '../tenancy/tenant-scope.ts';
import { Statements } from './savepoint.ts';
import type { StatementNames } from './statement-names.ts';

const IN_FAILED_TRANSACTION = '25P02';

/** One transaction on one connection, from BEGIN to its end. */
export class OpenTransaction extends Statements {
  readonly client: PoolClient;
  readonly #names: StatementNames;
  readonly #mode: TransactionMode;
  readonly #callbacks: (() => void)[] = [];
  #broken = false;
  #settled: Promise<void> = Promise.resolve();
  #gate: Promise<void> | undefined;
  readonly #sent: Promise<void>[] = [];
  #failure: { readonly error: unknown } | undefined;
  /** Of the last statement that failed by itself. */
  #refusal: unknown;

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
    await this.#ask({ text: statement });
  }

  /** Rejects when anything in the transaction had failed, even if the work has swallowed the error. */
  async commit(): Promise<readonly (() => void)[]> {
    this.end();
    const { command } = await this.#ask({ text: 'COMMIT' });
    await Promise.all(this.#sent);
    if (this.#failure !== undefined) throw this.#failure.error;
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
    return this.#callbacks;
  }

  async rollback(): Promise<void> {
    this.end();
    try {
      await this.#ask({ text: 'ROLLBACK' });
    } catch {
      this.#broken = true;
    }
  }

  send(text: string, values?: readonly unknown[]): void {
    // Held back to the end of this turn, so that what follows without waiting leaves in the same packet.
    const { stream } = this.client.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    this.#sent.push(this.query(text, values).then(noop, (error: unknown) => void (this.#failure ??= { error })));
  }

  protected async perform<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    if (values === undefined || values.length === 0) return (await this.#ask<Row>({ text })).rows;
    const name = this.#names.nameOf(text);
    if (name === undefined) return (await this.#ask<Row>({ text, values: [...values] })).rows;
    const prepared = preparedOn(this.client);
    const { rows } = await this.#ask<Row>({ text, name, values: [...values] }, !prepared.has(name));
    prepared.add(name);
    return rows;
  }

  /**
   * Sent at once, answered in the order of sending. A statement that this connection prepares is alone on the wire:
   * the driver would prepare it again for whoever uses it before the first answer.
   */
  async #ask<Row = never>(config: QueryConfig, alone = false): Promise<QueryResult<Row & object>> {
    const before = this.#gate ?? (alone ? this.#settled : undefined);
    const query = () => this.client.query<Row & object>(config);
    const sent = before === undefined ? query() : before.then(query);
    const settled = sent.then(noop, noop);
    this.#settled = settled;
    if (before !== undefined || alone) this.#closeGate(settled);
    try {
      return await sent;
    } catch (error) {
      if (!isDependencyFailure(error) && !this.#isReplica(error)) throw this.#firstOf(error);
      this.#broken = true;
      throw databaseUnavailable(error);
    }
  }

  /** What follows a failed statement is refused for that alone; the caller may know what to do about the failure. */
  #firstOf(error: unknown): unknown {
    if ((error as { code?: unknown }).code === IN_FAILED_TRANSACTION) return this.#refusal ?? error;
    return (this.#refusal = error);
  }

  /** Nothing overtakes what has not been sent yet. */
  #closeGate(settled: Promise<void>): void {
    this.#gate = settled;
    void settled.then(() => {
      if (this.#gate === settled) this.#gate = undefined;
    });
  }

  /** A write that is refused as read-only, though we asked for none: a failover left us on the replica. */
  #isReplica(error: unknown): boolean {
    return this.#mode === 'write' && (error as { code?: unknown }).code === '25006';
  }
}

function noop(): void {}

const PREPARED = new WeakMap<PoolClient, Set<string>>();

/** The statements that this connection has parsed and answered for. */
function preparedOn(client: PoolClient): Set<string> {
  let names = PREPARED.get(client);
  if (names === undefined) PREPARED.set(client, (names = new Set()));
  return names;
}
