import type { Subscription } from '@foundnow/messaging';
import type { OutboxBench } from '../harness/outbox-bench.ts';

/** A consumer that is there from the beginning: how far the relay is, and which events came more than once. */
export class LogWatch {
  readonly repeated = new Set<string>();
  readonly #seen = new Set<string>();
  #messages = 0;

  private constructor() {}

  static async begin({ bus }: OutboxBench): Promise<{ watch: LogWatch; subscription: Subscription }> {
    const watch = new LogWatch();
    const subscription = await bus.subscribe({ group: 'watch', topics: ['posts.events'] }, async ({ attributes }) => {
      watch.#see(attributes.id);
    });
    return { watch, subscription };
  }

  get messages(): number {
    return this.#messages;
  }

  #see(id: string): void {
    this.#messages += 1;
    if (this.#seen.has(id)) this.repeated.add(id);
    this.#seen.add(id);
  }
}
