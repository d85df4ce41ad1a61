import { Bell } from './bell.ts';
import { relaySettings } from './relay-options.ts';
import type { OutboxRelayOptions, RelaySettings } from './relay-options.ts';
import { RelayReports } from './relay-reports.ts';
import { RelayRounds } from './relay-rounds.ts';
import { RelaySession } from './relay-session.ts';

const RECONNECT_MS = 500;
const BACKLOG_EVERY_MS = 5_000;

/**
 * Publishes what the outbox holds, per shard in the order of the ids, and deletes it once the bus has acknowledged.
 * Any number of processes may run one: each shard has one leader, and another takes over when that one goes.
 */
export class OutboxRelay {
  readonly #options: OutboxRelayOptions;
  readonly #settings: RelaySettings;
  readonly #reports: RelayReports;
  readonly #bell = new Bell();
  readonly #stopBell = new Bell();
  #stopping = false;
  #running: Promise<void> | undefined;

  constructor(options: OutboxRelayOptions) {
    this.#options = options;
    this.#settings = relaySettings(options);
    this.#reports = new RelayReports(options.schema, this.#settings);
  }

  start(): void {
    this.#stopping = false;
    this.#running ??= this.#run();
  }

  /** Something was committed to the outbox. Cheap, and any number of calls during a batch are one. */
  wake(): void {
    this.#bell.ring();
  }

  /** Finishes the batch under way, then gives the shards to whoever else is there. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#bell.ring();
    this.#stopBell.ring();
    await this.#running;
    this.#running = undefined;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#connected();
      } catch (error) {
        this.#settings.metrics.leading(0);
        this.#reports.failed('database', error);
        await this.#stopBell.wait(RECONNECT_MS);
      }
    }
  }

  async #connected(): Promise<void> {
    const session = await RelaySession.open(this.#options, () => this.#bell.ring());
    try {
      this.#reports.connected();
      await this.#lead(session);
    } finally {
      await session.close();
    }
  }

  async #lead(session: RelaySession): Promise<void> {
    const rounds = new RelayRounds(session, this.#settings, this.#reports, () => this.#bell.ring());
    try {
      let measuredAt = 0;
      while (!this.#stopping) {
        await rounds.claim();
        if (!rounds.leads) {
          // A stand-by has nothing to do for a wake: it only looks now and then whether a leader is gone.
          await this.#stopBell.wait(this.#settings.pollMs);
          continue;
        }
        const more = await rounds.round();
        if (performance.now() - measuredAt > BACKLOG_EVERY_MS) {
          await rounds.measure();
          measuredAt = performance.now();
        }
        if (!more && !this.#stopping) await this.#bell.wait(rounds.restMs);
      }
      await rounds.finish();
    } finally {
      await rounds.idle();
    }
  }
}
