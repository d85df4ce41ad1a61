import { SHARDS } from '../shard.ts';
import type { OutboxRow } from '../tables/outbox.row.ts';
import { publishRows } from './publish-rows.ts';
import type { Outcome } from './publish-rows.ts';
import type { RelayReports } from './relay-reports.ts';
import type { RelaySettings } from './relay-options.ts';
import type { RelaySession } from './relay-session.ts';
import { ScanFloor } from './scan-floor.ts';
import type { Scan } from './scan-floor.ts';
import { ShardRetries } from './shard-retries.ts';

/** Listing locks costs as much as a small batch, so it is done when that many deleted rows may lie above the floor. */
const LIST_EVERY_ROWS = 2_000;

const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);

interface Batch {
  readonly rows: readonly OutboxRow[];
  readonly scan: Scan;
}

/** Published, so to be deleted before anything else of its shards is looked at. */
interface Published {
  readonly rows: readonly OutboxRow[];
  readonly scan: Scan;
  /** Shards of the scan that are done with it. */
  readonly done: readonly number[];
}

/**
 * What one session does with the shards it leads: take the lowest rows, publish, delete, again. Under load the rows
 * just published are deleted, and the next ones read, while the bus has those in between: halves of a batch, so that
 * what a crash publishes twice is never more than one batch.
 */
export class RelayRounds {
  readonly #led = new Set<number>();
  readonly #floor = new ScanFloor();
  readonly #retries = new ShardRetries();
  readonly #most: number;
  #blocked: ReadonlyMap<number, number> = new Map();
  #limit: number;
  #next: Batch | undefined;
  #published: Published | undefined;
  #deletedSinceListing = LIST_EVERY_ROWS;
  #sweptAt = performance.now();

  constructor(
    private readonly session: RelaySession,
    private readonly settings: RelaySettings,
    private readonly reports: RelayReports,
  ) {
    this.#most = Math.max(1, settings.batchSize >> 1);
    this.#limit = this.#most;
  }

  /** Takes over the shards that nobody leads. */
  async claim(): Promise<void> {
    if (this.#led.size === SHARDS) return;
    const free = ALL_SHARDS.filter((shard) => !this.#led.has(shard));
    const claimed = await this.session.claim(free);
    for (const shard of claimed) this.#led.add(shard);
    if (claimed.length > 0) {
      this.#blocked = await this.session.blocked();
      this.reports.leading([...this.#led]);
    }
  }

  /** How long to rest when there was nothing to do. */
  get restMs(): number {
    const waiting = [...this.#led].filter((shard) => !this.#retries.isDue(shard));
    return Math.min(this.settings.pollMs, waiting.length > 0 ? this.#retries.waitMs(waiting) : this.settings.pollMs);
  }

  /** Answers whether there may be more to do at once. */
  async round(): Promise<boolean> {
    const batch = this.#next ?? (await this.#advance([]));
    this.#next = undefined;
    if (batch.rows.length === 0) {
      this.#floor.finished(batch.scan);
      return false;
    }
    const more = batch.scan.upTo !== undefined;
    const [outcomes, ahead] = await Promise.allSettled([this.#publish(batch.rows), this.#meanwhile(batch)]);
    if (outcomes.status === 'rejected') throw outcomes.reason;
    const clean = this.#keep(batch, outcomes.value);
    if (ahead.status === 'rejected') throw ahead.reason;
    if (clean && ahead.value !== undefined && ahead.value.rows.length > 0) this.#next = ahead.value;
    else await this.deletePublished();
    for (const outcome of outcomes.value) await this.#putAside(outcome);
    return more || outcomes.value.some(({ result }) => result === 'refused');
  }

  /** Leaves nothing behind that is published and not deleted. */
  async deletePublished(): Promise<void> {
    if (this.#published === undefined) return;
    await this.session.remove(this.#published.rows);
    this.#deleted();
  }

  /** For the gauges: what waits, and since when. */
  async measure(): Promise<void> {
    const above = Math.min(...ALL_SHARDS.map((shard) => this.#floor.floorOf(shard)));
    this.settings.metrics.backlog(await this.session.backlog(above));
  }

  async #meanwhile({ rows, scan }: Batch): Promise<Batch | undefined> {
    if (scan.upTo !== undefined && !this.#retries.troubled) return this.#advance(rows);
    await this.deletePublished();
    return undefined;
  }

  async #advance(underWay: readonly OutboxRow[]): Promise<Batch> {
    this.#sweepNowAndThen();
    await this.#listHolders();
    if (this.#blocked.size > 0) this.#blocked = await this.session.blocked();
    const shards = [...this.#led].filter((shard) => this.#retries.isDue(shard));
    const known = { decided: this.#floor.decided, shards, blocked: this.#blocked };
    const take = {
      shards,
      above: Math.min(...shards.map((shard) => this.#floor.floorOf(shard)), Number.MAX_SAFE_INTEGER),
      rows: this.#limit,
      except: underWay.map((row) => row.id),
      around: this.#blocked.size > 0,
    };
    const { rows, upTo } = await this.session.advance(this.#published?.rows ?? [], take, this.settings.batchBytes);
    this.#deleted();
    this.#floor.saw(rows.at(-1)?.id ?? 0);
    return { rows, scan: { ...known, upTo } };
  }

  #deleted(): void {
    const published = this.#published;
    if (published === undefined) return;
    this.#published = undefined;
    this.#deletedSinceListing += published.rows.length;
    this.#floor.finished(published.scan, published.done);
    this.reports.published(published.rows);
  }

  #sweepNowAndThen(): void {
    if (performance.now() - this.#sweptAt < this.settings.sweepMs) return;
    this.#floor.reset();
    this.#sweptAt = performance.now();
  }

  async #listHolders(): Promise<void> {
    if (this.#deletedSinceListing < LIST_EVERY_ROWS) return;
    this.#deletedSinceListing = 0;
    const seen = this.#floor.highestSeen;
    this.#floor.listed(seen, await this.session.holders());
  }

  /** Together while all is well; shard by shard after a failure, so that one that cannot move holds up no other. */
  async #publish(rows: readonly OutboxRow[]): Promise<Outcome[]> {
    const { bus, schemaIds } = this.settings;
    const groups = this.#retries.troubled ? Map.groupBy(rows, (row) => row.shard).values() : [rows];
    return Promise.all([...groups].map((group) => publishRows(group, bus, schemaIds)));
  }

  /** Notes what is published. Answers whether all is; if not, what was read ahead must be read again. */
  #keep({ rows: all, scan }: Batch, outcomes: readonly Outcome[]): boolean {
    const rows = outcomes.flatMap((outcome) => (outcome.result === 'published' ? outcome.rows : []));
    const clean = rows.length === all.length;
    if (rows.length > 0) {
      const stuck = shardsOf(outcomes.flatMap((outcome) => (outcome.result === 'published' ? [] : outcome.rows)));
      this.#published = { rows, scan, done: scan.shards.filter((shard) => !stuck.has(shard)) };
      for (const shard of shardsOf(rows)) this.#retries.succeeded(shard);
    }
    this.#limit = clean ? Math.min(this.#most, this.#limit * 2) : Math.max(1, this.#limit >> 1);
    return clean;
  }

  async #putAside(outcome: Outcome): Promise<void> {
    if (outcome.result === 'refused') {
      await this.session.quarantine(outcome.rows, outcome.reason);
      this.#blocked = await this.session.blocked();
      this.reports.quarantined(outcome.rows);
    } else if (outcome.result === 'failed') {
      for (const shard of shardsOf(outcome.rows)) this.#retries.failed(shard);
      this.reports.failed(outcome.cause, outcome.error);
    }
  }
}

function shardsOf(rows: readonly OutboxRow[]): Set<number> {
  return new Set(rows.map((row) => row.shard));
}
