import type { OutboxRow } from '../tables/outbox.row.ts';
import type { Cause } from './publish-rows.ts';
import type { RelaySettings } from './relay-options.ts';

type Trouble = Cause | 'database';

const WAITING: Record<Trouble, string> = {
  bus: 'the bus takes nothing: events wait in the outbox and are tried again',
  'schema-registry': 'the schema registry gives no numbers: events wait in the outbox and are tried again',
  'newer-build': 'an event has a schema that only a newer build of this service knows: its shard waits for that one',
  database: 'the relay has no database: it connects again',
};

/** Says each trouble once when it begins and once when it is over, however often it is tried in between. */
export class RelayReports {
  /** The shards in each; a database is nobody's alone. */
  readonly #troubles = new Map<Trouble, Set<number>>();
  readonly #left = new Set<number>();

  constructor(
    private readonly schema: string,
    private readonly settings: Pick<RelaySettings, 'logger' | 'metrics'>,
  ) {}

  published(rows: readonly OutboxRow[]): void {
    const { metrics } = this.settings;
    const oldest = Date.parse(rows[0]?.attributes.time ?? '');
    metrics.published({
      count: rows.length,
      bytes: rows.reduce((sum, row) => sum + row.body.length, 0),
      lagSeconds: Number.isNaN(oldest) ? 0 : Math.max(0, (Date.now() - oldest) / 1_000),
    });
  }

  /** Of these shards everything goes its way again. */
  flowing(shards: readonly number[]): void {
    for (const [trouble, stuck] of this.#troubles) {
      if (trouble === 'database') continue;
      for (const shard of shards) stuck.delete(shard);
      if (stuck.size === 0) this.#over(trouble);
    }
  }

  connected(): void {
    this.#over('database');
  }

  failed(cause: Trouble, error: unknown, shards: Iterable<number> = []): void {
    this.settings.metrics.retried(cause);
    const stuck = this.#troubles.get(cause);
    this.#troubles.set(cause, new Set([...(stuck ?? []), ...shards]));
    if (stuck) return;
    this.settings.logger.warn({ schema: this.schema, dependency: cause, error }, WAITING[cause]);
  }

  quarantined(rows: readonly OutboxRow[]): void {
    for (const { topic, type, eventId } of rows) {
      this.settings.metrics.quarantined(topic, 1);
      this.settings.logger.error(
        { schema: this.schema, topic, type, eventId },
        'this event is refused for good: it is in quarantine and its key waits until it is released or dropped',
      );
    }
  }

  leading(shards: readonly number[], claimed: readonly number[]): void {
    this.settings.metrics.leading(shards.length);
    // One that is tried now and then until a newer build takes it is no news.
    if (claimed.every((shard) => this.#left.has(shard))) return;
    this.settings.logger.info({ schema: this.schema, shards }, 'leading outbox shards');
  }

  left(shards: readonly number[], left: Iterable<number>): void {
    this.settings.metrics.leading(shards.length);
    for (const shard of left) this.#left.add(shard);
  }

  #over(trouble: Trouble): void {
    if (!this.#troubles.delete(trouble)) return;
    this.settings.logger.info({ schema: this.schema, dependency: trouble }, 'events flow again');
  }
}
