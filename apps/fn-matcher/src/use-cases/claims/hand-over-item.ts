import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { claimMissing, wrongCode } from '../../domain/claim/claim-errors.ts';
import { foundSpeaker } from '../../domain/claim/claim-part.ts';
import { assertHandover, handOver } from '../../domain/claim/end-claim.ts';
import type { ClaimStore } from './claim-store.port.ts';
import type { HandoverCodes } from './handover-codes.port.ts';
import { type SeenClaim, seenClaim } from './seen-claim.ts';

/** Where the item lies the code is entered that its owner shows: the item is home. */
export class HandOverItem {
  constructor(
    private readonly claims: Pick<ClaimStore, 'update'>,
    private readonly codes: Pick<HandoverCodes, 'isCodeOf'>,
    private readonly clock: Clock,
  ) {}

  async run(id: string, typed: string, by: Actor): Promise<SeenClaim> {
    const now = this.clock.now();
    const held = await this.claims.update(id, ({ claim, match, sides }) => {
      foundSpeaker(claim, sides, by);
      assertHandover(claim, match);
      return handOver(claim, match, this.codes.isCodeOf(claim, typed), by.userId, now);
    });
    if (held === null) throw claimMissing();
    // The try is noted first, and said afterwards.
    if (held.claim.status !== 'returned') throw wrongCode(held.claim.handover?.triesLeft ?? 0);
    return seenClaim(held, by);
  }
}
