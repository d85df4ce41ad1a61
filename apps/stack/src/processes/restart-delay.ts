const FIRST_MS = 500;
const MOST_MS = 30_000;
/** Who ran this long had a new reason to end. */
const STEADY_MS = 60_000;

/** How long to wait before a process is started again: twice as long each time, from the beginning after a steady run. */
export class RestartDelay {
  #next = FIRST_MS;

  after(ranMs: number): number {
    if (ranMs >= STEADY_MS) this.#next = FIRST_MS;
    const delay = this.#next;
    this.#next = Math.min(delay * 2, MOST_MS);
    return delay;
  }
}
