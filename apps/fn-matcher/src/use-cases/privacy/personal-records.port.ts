import type { Tx } from '@foundnow/postgres';

/**
 * What one kind of record holds of people. Each table that can name a person is covered by one of these: a walk over
 * every column after an erasure finds those that are not.
 */
export interface PersonalRecords {
  /**
   * True as long as something of `person` is left: an SQL condition on a uuid that is written in its place. It must be
   * answered from an index, because it is asked of everybody who was ever erased.
   */
  left(person: string): string;
  /** Forgets up to `most` of them, in the transaction and with the events of it. Answers with how many there were. */
  forget(tx: Tx, person: string, now: Date, most: number): Promise<number>;
}
