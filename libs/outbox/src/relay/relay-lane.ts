import type { OutboxRow } from '../tables/outbox.row.ts';
import type { Outcome } from './publish-rows.ts';
import type { Scan } from './scan-floor.ts';

/** Rows of one lane, with what was known when they were read. */
export interface Batch {
  readonly rows: readonly OutboxRow[];
  readonly scan: Scan;
}

export interface Settled extends Batch {
  readonly outcomes: readonly Outcome[];
}

/**
 * Some of the shards, with one batch at a time at the bus. While that one is there, the session deletes and reads for
 * the other lanes; a key belongs to one lane, so nothing of it can be overtaken.
 */
export class RelayLane {
  #work: Promise<void> | undefined;
  #settled: Settled | undefined;

  constructor(readonly shards: ReadonlySet<number>) {}

  /** Also while nobody has collected what became of its batch: its rows are still there to be read again. */
  get busy(): boolean {
    return this.#work !== undefined || this.#settled !== undefined;
  }

  start(batch: Batch, publish: (rows: readonly OutboxRow[]) => Promise<Outcome[]>, done: () => void): void {
    this.#work = this.#run(batch, publish, done);
  }

  async #run(batch: Batch, publish: (rows: readonly OutboxRow[]) => Promise<Outcome[]>, done: () => void) {
    this.#settled = { ...batch, outcomes: await publish(batch.rows) };
    this.#work = undefined;
    done();
  }

  /** What became of the batch, told once. */
  collect(): Settled | undefined {
    const settled = this.#settled;
    this.#settled = undefined;
    return settled;
  }

  async idle(): Promise<void> {
    await this.#work;
  }
}
