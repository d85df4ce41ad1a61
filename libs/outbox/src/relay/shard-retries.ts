import { SHARDS } from '../shard.ts';

const FIRST_MS = 100;
const LONGEST_MS = 10_000;

/** When a shard that failed may be tried again: later each time, up to ten seconds, for ever. */
export class ShardRetries {
  readonly #failures = new Array<number>(SHARDS).fill(0);
  readonly #notBefore = new Array<number>(SHARDS).fill(0);

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly random: () => number = Math.random,
  ) {}

  failed(shard: number): void {
    const failures = (this.#failures[shard] ?? 0) + 1;
    this.#failures[shard] = failures;
    const delay = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
    this.#notBefore[shard] = this.now() + delay * (0.8 + 0.4 * this.random());
  }

  succeeded(shard: number): void {
    this.#failures[shard] = 0;
    this.#notBefore[shard] = 0;
  }

  isDue(shard: number): boolean {
    return (this.#notBefore[shard] ?? 0) <= this.now();
  }

  /** Does any shard have a failure behind it that was not followed by a success? */
  get troubled(): boolean {
    return this.#failures.some((failures) => failures > 0);
  }

  /** Until the next of these shards is due. */
  waitMs(shards: Iterable<number>): number {
    const times = [...shards].map((shard) => (this.#notBefore[shard] ?? 0) - this.now());
    return Math.max(0, Math.min(...times, LONGEST_MS));
  }
}
