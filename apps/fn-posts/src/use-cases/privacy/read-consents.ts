import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { Consent, ConsentLedger, ConsentPosition } from './consent-ledger.port.ts';

/** What the acting person said yes and no to. */
export class ReadConsents {
  constructor(
    private readonly ledger: Pick<ConsentLedger, 'list'>,
    private readonly clock: Clock,
  ) {}

  async run(by: Actor, most: number, after?: ConsentPosition): Promise<readonly Consent[]> {
    return this.ledger.list(by.userId, this.clock.now(), most, after);
  }
}
