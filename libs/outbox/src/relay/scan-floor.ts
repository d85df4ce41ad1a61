import { SHARDS } from '../shard.ts';

/** How a transaction that was prepared for a two-phase commit is listed: it has changed its name. */
export const PREPARED = 'prepared';

/** What a scan brought, and what was known when it began. */
export interface Scan {
  readonly decided: number;
  /** The shards that it covered. */
  readonly shards: readonly number[];
  /** Per shard the lowest id in quarantine: what waits behind it, and what an operator puts back, is not passed. */
  readonly blocked: ReadonlyMap<number, number>;
  /** Highest id that it brought if there may be more behind; `undefined` when it saw the end of the table. */
  readonly upTo: number | undefined;
}

/**
 * Where a scan may begin without missing anything. A cursor would lose events: an id can become visible after a higher
 * one. So the floor only passes ids that are decided, which is proven like this: whoever took an id up to N, before N
 * was seen, holds a lock on the table until its end. Once each holder that was listed after N had been seen is gone,
 * every id up to N is committed, and visible to any later scan, or will never exist.
 *
 * Without a floor the relay would still be correct. With it, a scan does not read again and again what is deleted but
 * cannot be cleaned up while somebody's long transaction is open.
 */
export class ScanFloor {
  readonly #floors = new Array<number>(SHARDS).fill(0);
  #highestSeen = 0;
  #decided = 0;
  #pending: { readonly upTo: number; readonly holders: ReadonlySet<string> } | undefined;

  get highestSeen(): number {
    return this.#highestSeen;
  }

  /** Every id up to here can be seen by a scan that begins now, or will never exist. */
  get decided(): number {
    return this.#decided;
  }

  floorOf(shard: number): number {
    return this.#floors[shard] ?? 0;
  }

  saw(id: number): void {
    this.#highestSeen = Math.max(this.#highestSeen, id);
  }

  /** `seen` is `highestSeen` from before the listing of those who hold a lock under which ids are taken. */
  listed(seen: number, holders: readonly string[]): void {
    const now = new Set(holders);
    if (now.size === 0) this.#decided = Math.max(this.#decided, seen);
    const { upTo, holders: before } = this.#pending ?? { upTo: 0, holders: now };
    const still = holders.filter((holder) => before.has(holder) || holder === PREPARED);
    if (this.#pending !== undefined && still.length > 0) {
      this.#pending = { upTo, holders: new Set(still) };
      return;
    }
    if (this.#pending !== undefined) this.#decided = Math.max(this.#decided, upTo);
    this.#pending = { upTo: seen, holders: now };
  }

  /** All that the scan brought of these shards is published and deleted. */
  finished(scan: Scan, shards: readonly number[] = scan.shards): void {
    const passed = Math.min(scan.decided, scan.upTo ?? scan.decided);
    for (const shard of shards) {
      const blockedFrom = scan.blocked.get(shard);
      const bound = blockedFrom === undefined ? passed : Math.min(passed, blockedFrom - 1);
      this.#floors[shard] = Math.max(this.floorOf(shard), bound);
    }
  }

  /** Lets the next scan begin at the very beginning: whatever went wrong, nothing stays behind for ever. */
  reset(): void {
    this.#floors.fill(0);
  }
}
