import type { PoolClient } from 'pg';
import type { Tx } from '../sql.ts';

/** One name is enough: an inner savepoint hides the outer one of the same name until it ends. */
const BEGIN = 'SAVEPOINT fn';
const KEEP = 'RELEASE SAVEPOINT fn';
const UNDO = 'ROLLBACK TO SAVEPOINT fn; RELEASE SAVEPOINT fn';

/** Statements of a transaction or savepoint, refused while a savepoint in it is open: they would go down with it. */
export abstract class Statements implements Tx {
  abstract readonly client: PoolClient;
  #over = false;
  #occupied = false;

  abstract afterCommit(callback: () => void): void;
  abstract send(text: string, values?: readonly unknown[]): void;
  protected abstract perform<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;

  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.#occupied ? Promise.reject(occupied()) : this.run<Row>(text, values);
  }

  async savepoint<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#occupied) throw occupied();
    this.#occupied = true;
    try {
      await this.run(BEGIN);
      return await this.#within(new Savepoint(this), work);
    } finally {
      this.#occupied = false;
    }
  }

  /** For the savepoint in it, which may go on while others may not. */
  run<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.#over ? Promise.reject(over()) : this.perform<Row>(text, values);
  }

  end(): void {
    this.#over = true;
  }

  async #within<T>(point: Savepoint, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await work(point);
      await point.sent();
      point.end();
      await this.run(KEEP);
      for (const callback of point.callbacks) this.afterCommit(callback);
      return result;
    } catch (error) {
      point.end();
      // When this fails too, the transaction cannot commit either: the first error tells more.
      await this.run(UNDO).catch(() => {});
      throw error;
    }
  }
}

class Savepoint extends Statements {
  readonly callbacks: (() => void)[] = [];
  readonly #sent: Promise<unknown>[] = [];
  readonly #around: Statements;

  constructor(around: Statements) {
    super();
    this.#around = around;
  }

  get client(): PoolClient {
    return this.#around.client;
  }

  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  send(text: string, values?: readonly unknown[]): void {
    const sent = this.query(text, values);
    // Told of in `sent`; until then nobody may be surprised by it.
    sent.catch(() => {});
    this.#sent.push(sent);
  }

  /** The first error of what was sent, should there be one: it tells more than the RELEASE that fails after it. */
  async sent(): Promise<void> {
    await Promise.all(this.#sent);
  }

  protected perform<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.#around.run<Row>(text, values);
  }
}

function over(): Error {
  return new Error('The transaction is over: await each statement inside the work it belongs to.');
}

function occupied(): Error {
  return new Error('A savepoint is open: use the tx that its work was given, and one savepoint after the other.');
}
