import { Periodic } from '@foundnow/kernel';
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
  readonly #work: Periodic;

  constructor(private readonly options: ConsumerLagOptions) {
    this.#work = new Periodic(options.everyMs ?? 10_000, () => this.measure(), options.onError);
  }

  start(): void {
    if (this.options.topics.length > 0) this.#work.start();
  }

  async stop(): Promise<void> {
    await this.#work.stop();
  }

  async measure(): Promise<void> {
    const { bus, group, topics, metrics } = this.options;
    const behind = await bus.lag(group, topics);
    for (const [topic, messages] of behind ?? []) metrics.lag({ group, topic, messages });
  }
}
