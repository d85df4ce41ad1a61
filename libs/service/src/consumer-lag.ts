import { setTimeout as delay } from 'node:timers/promises';
import type { MessageBus } from '@foundnow/messaging';
import type { ConsumerMetrics } from '@foundnow/telemetry';

export interface ConsumerLagOptions {
  readonly bus: Pick<MessageBus, 'lag'>;
  readonly group: string;
  readonly topics: readonly string[];
  readonly metrics: Pick<ConsumerMetrics, 'lag'>;
  readonly onError: (error: unknown) => void;
  readonly everyMs?: number;
}

/** Keeps the gauge of how far the service is behind, as far as its transport can tell. */
export class ConsumerLag {
  readonly #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ConsumerLagOptions) {}

  start(): void {
    if (this.options.topics.length > 0) this.#running = this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  async measure(): Promise<void> {
    const { bus, group, topics, metrics } = this.options;
    const behind = await bus.lag(group, topics);
    for (const [topic, messages] of behind ?? []) metrics.lag({ group, topic, messages });
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.measure().catch(this.options.onError);
      await delay(this.options.everyMs ?? 10_000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
