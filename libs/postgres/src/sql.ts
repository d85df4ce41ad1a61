/** The one thing most code needs of a database: run a statement, get its rows. */
export interface Sql {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A statement runner inside one open transaction. */
export interface Tx extends Sql {
  /** Runs once, after this transaction has committed; never when it rolled back. */
  afterCommit(callback: () => void): void;
}
