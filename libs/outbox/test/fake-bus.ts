import type { BusMessage } from '@foundnow/messaging';
import { numberOf } from './numbered-events.ts';

/** A log in memory. What it does with a batch can be changed while it runs. */
export class FakeBus {
  readonly log: BusMessage[] = [];
  calls = 0;
  /** Runs before the batch counts as published; throws to fail it. */
  before: (batch: readonly BusMessage[]) => void | Promise<void> = () => undefined;

  async publish(batch: readonly BusMessage[]): Promise<void> {
    this.calls += 1;
    await this.before(batch);
    this.log.push(...batch);
  }

  numbers(key: string): number[] {
    return this.log.filter((message) => message.key === key).map(numberOf);
  }
}
