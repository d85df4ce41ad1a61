import type { DeliveredMessage } from '../message.ts';
import { KeyTurns } from './key-turns.ts';
import type { Pulled, Pulls } from './pulls.ts';
import { standingSubscriptionOf } from './resource-names.ts';
import { answersUntilQuiet } from './until-quiet.ts';

/** Looks through a standing subscription and leaves everything in it. One read at a time: what it holds, others miss. */
export class StandingReader {
  private readonly turns = new KeyTurns();

  constructor(
    private readonly pulls: Pulls,
    private readonly quietMs: number,
  ) {}

  async read(topic: string, signal?: AbortSignal): Promise<DeliveredMessage[]> {
    let found: DeliveredMessage[] = [];
    await this.turns.run(topic, async () => {
      found = await this.look(topic, signal);
    });
    return found;
  }

  private async look(topic: string, signal?: AbortSignal): Promise<DeliveredMessage[]> {
    const name = standingSubscriptionOf(topic);
    const held: Pulled[] = [];
    try {
      const pull = () => this.pulls.pull(topic, name, false);
      for await (const pulled of answersUntilQuiet(pull, { quietMs: this.quietMs, signal })) held.push(...pulled);
    } finally {
      await this.pulls.release(name, held);
    }
    const byOffset = new Map(held.map(({ message }) => [message.offset, message]));
    return [...byOffset.values()].toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  }
}
