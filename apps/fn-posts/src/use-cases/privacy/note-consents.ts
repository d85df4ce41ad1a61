import type { Delivery } from '../posts/post-upkeep.port.ts';
import type { ConsentLedger, Decision } from './consent-ledger.port.ts';

/** An account was made or changed: what its person decided is noted. */
export class NoteConsents {
  constructor(private readonly ledger: Pick<ConsentLedger, 'note'>) {}

  async run(person: string, version: number, decisions: readonly Decision[], delivery: Delivery): Promise<void> {
    await this.ledger.note(person, version, decisions, delivery);
  }
}
