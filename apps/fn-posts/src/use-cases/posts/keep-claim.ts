import type { Claims, VerifiedClaim } from './claims.port.ts';
import type { Delivery } from './post-upkeep.port.ts';

/** A claim was verified: from now on its two sides see where the other's item was. */
export class KeepClaim {
  constructor(private readonly claims: Claims) {}

  async run(claim: VerifiedClaim, delivery: Delivery): Promise<void> {
    await this.claims.keep(claim, delivery);
  }
}
