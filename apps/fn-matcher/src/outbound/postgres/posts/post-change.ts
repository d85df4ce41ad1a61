import type { Tx } from '@foundnow/postgres';

/** What becomes of a row of matcher.post, written by one statement however many parts of it are new. */
export class PostChange {
  readonly #columns: string[] = [];
  readonly #values: unknown[] = [];
  #isComparedAnew = false;

  constructor(private readonly postId: string) {}

  set(values: Readonly<Record<string, unknown>>): void {
    this.#columns.push(...Object.keys(values));
    this.#values.push(...Object.values(values));
  }

  /** Scores that were made of what it was before do not hold. */
  compareAnew(): void {
    this.#isComparedAnew = true;
  }

  send(tx: Tx): void {
    const assignments = this.#columns.map((column, at) => `${column} = $${at + 2}`);
    if (this.#isComparedAnew) assignments.push('revision = revision + 1');
    if (assignments.length === 0) return;
    const text = `update matcher.post set ${assignments.join(', ')} where post_id = $1`;
    tx.send(text, [this.postId, ...this.#values]);
  }
}
