import type { Handling, Witness } from './witness.ts';

/** The whole group's handlings in the order in which they happened: an inbox that forgets nothing. */
export class GroupLedger implements Witness {
  readonly begun: Handling[] = [];
  readonly done: Handling[] = [];
  /** By key the number behind the highest that was handled. */
  readonly reached = new Map<string, number>();

  readonly began = async (handling: Handling): Promise<void> => {
    this.begun.push(handling);
  };

  readonly handled = async (handling: Handling): Promise<void> => {
    this.done.push(handling);
    this.reached.set(handling.key, Math.max(this.reached.get(handling.key) ?? 0, handling.seq + 1));
  };

  /** Who handles what now, by partition. */
  owners(): Map<number, string> {
    return new Map(this.begun.map(({ partition, member }) => [partition, member]));
  }
}
