import type { DeliveredMessage } from '../src/index.ts';
import { seqOf } from './sample-messages.ts';

/** Writes down what one group received, by key, and tells loss from repetition from disorder. */
export class Ledger {
  readonly messages: DeliveredMessage[] = [];

  readonly take = async (message: DeliveredMessage): Promise<void> => {
    this.messages.push(message);
  };

  get eventIds(): Set<string> {
    return new Set(this.messages.map((message) => message.attributes.id));
  }

  /** Per key the sequence numbers in the order in which each was first seen. */
  firstSeen(): Map<string, number[]> {
    const seen = new Map<string, Set<number>>();
    for (const message of this.messages) {
      const seqs = seen.get(message.key) ?? new Set();
      seen.set(message.key, seqs.add(seqOf(message)));
    }
    return new Map([...seen].map(([key, seqs]) => [key, [...seqs]]));
  }

  seqs(key: string): number[] {
    return this.messages.filter((message) => message.key === key).map(seqOf);
  }

  /** Keys whose messages were lost or first seen out of order. */
  faults(expected: ReadonlyMap<string, number>): string[] {
    const seen = this.firstSeen();
    return [...expected].flatMap(([key, count]) => {
      const seqs = seen.get(key) ?? [];
      if (seqs.length !== count) return [`${key}: ${count - seqs.length} of ${count} lost`];
      return seqs.every((seq, index) => seq === index) ? [] : [`${key}: out of order`];
    });
  }
}
