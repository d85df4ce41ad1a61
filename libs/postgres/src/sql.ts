/** The one thing most code needs of a database: run a statement, get its rows. */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A statement runner inside one open transaction. */
export interface Tx extends Sql {
  /**
   * Sends a statement whose rows nobody needs, and goes on without waiting: it travels with what follows, the COMMIT
   * at last. When it fails, the transaction (or savepoint) fails with its error.
   */
  send(text: string, values?: readonly unknown[]): void;
  /** Runs once, after this transaction has committed; never when it rolled back. */
  afterCommit(callback: () => void): void;
  /**
   * Runs `work` so that its failure undoes only what it did, its afterCommit callbacks included, and rejects with the
   * same error: catch those you expect, let the rest end the transaction (a conflict then runs it again). While it
   * runs, only the `tx` it was given takes statements.
   */
  savepoint<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}
