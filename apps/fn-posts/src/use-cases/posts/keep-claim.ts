import type { OpenByClaim } from '../contact/open-by-claim.ts';
import type { Claims, VerifiedClaim } from './claims.port.ts';
import type { Delivery } from './post-upkeep.port.ts';

/** A claim was verified: its two sides see where the other's item was, and the finder is asked for contact. */
export class KeepClaim {
  constructor(
    private readonly claims: Claims,
    private readonly openByClaim: OpenByClaim,
  ) {}

  async run(claim: VerifiedClaim, delivery: Delivery): Promise<void> {
    await this.claims.keepOpening(claim, delivery, (found, organization) =>
      this.openByClaim.run({ found, organization }, claim),
    );
  }
}
