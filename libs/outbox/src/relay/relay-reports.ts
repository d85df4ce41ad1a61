import type { OutboxRow } from '../tables/outbox.row.ts';
import type { Cause } from './publish-rows.ts';
import type { RelaySettings } from './relay-options.ts';

const WAITING: Record<Cause | 'database', string> = {
  bus: 'the bus takes nothing: events wait in the outbox and are tried again',
  'schema-registry': 'the schema registry does not answer: events wait in the outbox and are tried again',
  database: 'the relay has no database: it connects again',
};

/** Says each trouble once when it begins and once when it is over, however often it is tried in between. */
export class RelayReports {
  readonly #troubles = new Set<Cause | 'database'>();

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
    this.#over('bus', 'schema-registry');
  }

  connected(): void {
    this.#over('database');
  }

  failed(cause: Cause | 'database', error: unknown): void {
    this.settings.metrics.retried(cause);
    if (this.#troubles.has(cause)) return;
    this.#troubles.add(cause);
    this.settings.logger.warn({ schema: this.schema, dependency: cause, error }, WAITING[cause]);
  }

  quarantined(rows: readonly OutboxRow[]): void {
    for (const { topic, type, eventId } of rows) {
      this.settings.metrics.quarantined(topic, 1);
      this.settings.logger.error(
        { schema: this.schema, topic, type, eventId },
        'the bus refuses this event for good: it is in quarantine and its key waits until it is released or dropped',
      );
    }
  }

  leading(shards: readonly number[]): void {
    this.settings.metrics.leading(shards.length);
    this.settings.logger.info({ schema: this.schema, shards }, 'leading outbox shards');
  }

  #over(...causes: (Cause | 'database')[]): void {
    for (const cause of causes) {
      if (!this.#troubles.delete(cause)) continue;
      this.settings.logger.info({ schema: this.schema, dependency: cause }, 'events flow again');
    }
  }
}
