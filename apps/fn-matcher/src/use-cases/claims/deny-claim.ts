import type { Clock } from '@foundnow/kernel';
import { claimMissing } from '../../domain/claim/claim-errors.ts';
import { deciderOf } from '../../domain/claim/claim-part.ts';
import type { DenialReason } from '../../domain/claim/claim.ts';
import { denyClaim } from '../../domain/claim/decide-claim.ts';
import type { ClaimStore } from './claim-store.port.ts';
import { type SeenClaim, seenClaim } from './seen-claim.ts';
import type { Deciding } from './verify-claim.ts';

/** Finder or desk does not believe the claimant. */
export class DenyClaim {
  constructor(
    private readonly claims: Pick<ClaimStore, 'update'>,
    private readonly clock: Clock,
  ) {}

  async run(id: string, reason: DenialReason, { by, expected }: Deciding): Promise<SeenClaim> {
    const now = this.clock.now();
    const denied = await this.claims.update(id, ({ claim, match, sides }) => {
      const as = deciderOf(claim, sides, by);
      expected.assertCurrent(claim.version);
      return denyClaim(claim, match, { personId: by.userId, as }, reason, now);
    });
    if (denied === null) throw claimMissing();
    return seenClaim(denied, by);
  }
}
