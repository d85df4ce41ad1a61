/** Work on one thing waits in line here, where it holds no connection to the database: many cannot use them all up. */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const ours = before.then(work, work);
    const ended = ours.catch(() => undefined);
    this.#last.set(key, ended);
    try {
      return await ours;
    } finally {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    }
  }
}
