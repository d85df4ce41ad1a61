import { SHARDS } from '../shard.ts';
import type { OutboxRow } from '../tables/outbox.row.ts';
import { publishRows } from './publish-rows.ts';
import type { Outcome } from './publish-rows.ts';
import { RelayLane } from './relay-lane.ts';
import type { Settled } from './relay-lane.ts';
import type { RelayReports } from './relay-reports.ts';
import type { RelaySettings } from './relay-options.ts';
import type { RelaySession } from './relay-session.ts';
import { ScanFloor } from './scan-floor.ts';
import { ShardRetries } from './shard-retries.ts';

const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);
/** One at the bus while the other is deleted and read; more would only make the batches smaller. */
const LANES = 2;
/** Listing locks costs as much as a small batch, so it is done when that many deleted rows may lie above the floor. */
const LIST_EVERY_ROWS = 2_000;

/** What one session does with the shards it leads: take the lowest rows, publish, delete, again. */
export class RelayRounds {
  readonly #lanes: readonly RelayLane[];
  readonly #led = new Set<number>();
  readonly #floor = new ScanFloor();
  readonly #retries = new ShardRetries();
  readonly #leaving = new Set<number>();
  readonly #mostPerLane: number;
  #blocked: ReadonlyMap<number, number> = new Map();
  #perLane: number;
  #deletedSinceListing = LIST_EVERY_ROWS;
  #sweptAt = performance.now();
  #claimedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly session: RelaySession,
    private readonly settings: RelaySettings,
    private readonly reports: RelayReports,
    private readonly laneDone: () => void,
  ) {
    const lanes = Math.min(LANES, settings.batchSize);
    this.#lanes = ALL_SHARDS.slice(0, lanes).map((lane) => {
      return new RelayLane(new Set(ALL_SHARDS.filter((shard) => shard % lanes === lane)));
    });
    this.#mostPerLane = Math.floor(settings.batchSize / lanes);
    this.#perLane = this.#mostPerLane;
  }

  get leads(): boolean {
    return this.#led.size > 0;
  }

  /** Takes over the shards that nobody leads, those that it left to a newer build not at once. */
  async claim(): Promise<void> {
    if (this.#led.size === SHARDS || performance.now() - this.#claimedAt < this.settings.pollMs) return;
    this.#claimedAt = performance.now();
    const free = ALL_SHARDS.filter((shard) => !this.#led.has(shard) && this.#retries.isDue(shard));
    const claimed = free.length === 0 ? [] : await this.session.claim(free);
    for (const shard of claimed) this.#led.add(shard);
    if (claimed.length > 0) {
      this.#blocked = await this.session.blocked();
      this.reports.leading([...this.#led], claimed);
    }
  }

  /** How long to rest when nothing happens: until the next poll, or until a shard is due for another try. */
  get restMs(): number {
    const waiting = [...this.#led].filter((shard) => !this.#retries.isDue(shard));
    return Math.min(this.settings.pollMs, waiting.length > 0 ? this.#retries.waitMs(waiting) : this.settings.pollMs);
  }

  /** Deletes what has been published and gives the free lanes their next rows. Answers whether to come back at once. */
  async round(): Promise<boolean> {
    const settled = this.#lanes.flatMap((lane) => lane.collect() ?? []);
    for (const batch of settled) await this.#note(batch);
    const free = this.#lanes.filter((lane) => !lane.busy);
    if (free.length === 0) return false;
    const batches = await this.#advance(settled, free);
    await this.#leave();
    for (const [lane, batch] of batches) {
      if (batch.rows.length === 0) this.#floor.finished(batch.scan);
      else lane.start(batch, (rows) => this.#publish(rows), this.laneDone);
    }
    return batches.some(([lane, { scan }]) => !lane.busy && scan.upTo !== undefined);
  }

  /** Waits for what is at the bus. */
  async idle(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.idle()));
  }

  /** Leaves nothing behind that is published and not deleted. */
  async finish(): Promise<void> {
    await this.idle();
    const settled = this.#lanes.flatMap((lane) => lane.collect() ?? []);
    const published = settled.flatMap(publishedOf);
    if (published.length > 0) await this.session.remove(published);
    this.#deleted(settled);
  }

  /** For the gauges: what waits, and since when. */
  async measure(): Promise<void> {
    const above = Math.min(...ALL_SHARDS.map((shard) => this.#floor.floorOf(shard)));
    this.settings.metrics.backlog(await this.session.backlog(above));
  }

  async #advance(settled: readonly Settled[], free: readonly RelayLane[]) {
    this.#sweepNowAndThen();
    await this.#listHolders();
    if (this.#blocked.size > 0) this.#blocked = await this.session.blocked();
    for (const shard of this.#leaving) this.#led.delete(shard);
    const mine = [...this.#led].filter((shard) => free.some((lane) => lane.shards.has(shard)));
    const shards = mine.filter((shard) => this.#retries.isDue(shard));
    const known = { decided: this.#floor.decided, blocked: this.#blocked };
    const take = {
      shards,
      above: Math.min(...shards.map((shard) => this.#floor.floorOf(shard)), Number.MAX_SAFE_INTEGER),
      rows: this.#perLane * free.length,
      bytes: (this.settings.batchBytes * free.length) / this.#lanes.length,
      around: this.#blocked.size > 0,
    };
    const taken = await this.session.advance(settled.flatMap(publishedOf), take);
    this.#deleted(settled);
    this.#floor.saw(taken.rows.at(-1)?.id ?? 0);
    return free.map((lane) => {
      const rows = taken.rows.filter((row) => lane.shards.has(row.shard));
      const first = rows.slice(0, this.#perLane);
      const upTo = first.length < rows.length ? first.at(-1)?.id : taken.upTo;
      const scan = { ...known, shards: shards.filter((shard) => lane.shards.has(shard)), upTo };
      return [lane, { rows: first, scan }] as const;
    });
  }

  /** Nothing of them is at the bus, and what was published is deleted: a newer build may have them. */
  async #leave(): Promise<void> {
    if (this.#leaving.size === 0) return;
    await this.session.leave([...this.#leaving]);
    this.reports.left([...this.#led], this.#leaving);
    this.#leaving.clear();
  }

  async #listHolders(): Promise<void> {
    if (this.#deletedSinceListing < LIST_EVERY_ROWS) return;
    this.#deletedSinceListing = 0;
    const seen = this.#floor.highestSeen;
    this.#floor.listed(seen, await this.session.holders());
  }

  #sweepNowAndThen(): void {
    if (performance.now() - this.#sweptAt < this.settings.sweepMs) return;
    this.#floor.reset();
    this.#sweptAt = performance.now();
  }

  /** Together while all is well; shard by shard after a failure, so that one that cannot move holds up no other. */
  async #publish(rows: readonly OutboxRow[]): Promise<Outcome[]> {
    const { bus, schemaIds } = this.settings;
    const groups = this.#retries.troubled ? Map.groupBy(rows, (row) => row.shard).values() : [rows];
    const outcomes = await Promise.all([...groups].map((group) => publishRows(group, bus, schemaIds)));
    return outcomes.flat();
  }

  /** Before anything else of these shards is read: what failed must wait, and what was refused must be out of the way. */
  async #note({ rows, outcomes }: Settled): Promise<void> {
    let clean = true;
    for (const outcome of outcomes) {
      if (outcome.result === 'published') {
        for (const shard of shardsOf(outcome.rows)) this.#retries.succeeded(shard);
        continue;
      }
      clean = false;
      if (outcome.result === 'failed') {
        const shards = shardsOf(outcome.rows);
        for (const shard of shards) this.#retries.failed(shard);
        this.reports.failed(outcome.cause, outcome.error, shards);
        if (outcome.cause === 'newer-build') for (const shard of shards) this.#leaving.add(shard);
      } else {
        await this.session.quarantine(outcome.rows, outcome.reason);
        this.#blocked = await this.session.blocked();
        this.reports.quarantined(outcome.rows);
      }
    }
    const less = Math.max(1, Math.min(this.#perLane, rows.length) >> 1);
    this.#perLane = clean ? Math.min(this.#mostPerLane, this.#perLane * 2) : less;
  }

  /** The deletion is durable: the next scans need not begin before it. */
  #deleted(settled: readonly Settled[]): void {
    for (const { scan, outcomes } of settled) {
      const stuck = shardsOf(outcomes.flatMap(({ result, rows }) => (result === 'published' ? [] : rows)));
      if (outcomes.every(({ result }) => result !== 'refused')) {
        this.#floor.finished(
          scan,
          scan.shards.filter((shard) => !stuck.has(shard)),
        );
      }
      const flowing = outcomes.flatMap(({ result, rows }) => (result === 'published' ? [...shardsOf(rows)] : []));
      this.reports.flowing(flowing.filter((shard) => !stuck.has(shard)));
    }
    const published = settled.flatMap(publishedOf);
    this.#deletedSinceListing += published.length;
    if (published.length > 0) this.reports.published(published);
  }
}

function publishedOf({ outcomes }: Settled): OutboxRow[] {
  return outcomes.flatMap(({ result, rows }) => (result === 'published' ? rows : []));
}

function shardsOf(rows: readonly OutboxRow[]): Set<number> {
  return new Set(rows.map((row) => row.shard));
}
