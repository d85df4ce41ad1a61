/** Asks once for each key, whoever asks meanwhile; keeps answers for ever and failures not at all. */
export class Once<K, V> {
  readonly #known = new Map<K, V>();
  readonly #asked = new Map<K, Promise<V>>();

  /** The value itself, without a promise, once it is known. */
  get(key: K, ask: () => Promise<V>): V | Promise<V> {
    return this.#known.get(key) ?? this.#asked.get(key) ?? this.#ask(key, ask);
  }

  #ask(key: K, ask: () => Promise<V>): Promise<V> {
    const asked = ask()
      .then((value) => {
        this.#known.set(key, value);
        return value;
      })
      .finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }
}
