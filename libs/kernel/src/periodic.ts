/**
 * Does its work at once, and again some time after each round has ended, or as soon as it is woken, until it is stopped.
 * Rounds never overlap.
 */
export class Periodic {
  readonly #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #isWoken = false;
  #endPause: () => void = () => undefined;

  /** A round that takes long looks at the signal; one that fails is told of and tried again in its turn. */
  constructor(
    private readonly everyMs: number,
    private readonly round: (signal: AbortSignal) => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.#running = this.#loop(this.#stopped.signal);
  }

  /** There is work now. However often it is said while a round is under way, one more follows. */
  wake(): void {
    this.#isWoken = true;
    this.#endPause();
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async #loop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#isWoken = false;
      await this.round(signal).catch(this.onError);
      if (!this.#isWoken) await this.#pause(signal);
    }
  }

  /** Keeps no process alive. */
  #pause(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, this.everyMs);
      timer.unref();
      this.#endPause = end;
      signal.addEventListener('abort', end);
    });
  }
}
