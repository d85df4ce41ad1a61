import type { Actor } from '../../domain/actor.ts';
import { claimMissing } from '../../domain/claim/claim-errors.ts';
import type { ClaimQuery, ClaimStore } from './claim-store.port.ts';
import { type SeenClaim, seenClaim } from './seen-claim.ts';

/** The claims that somebody made, or has to decide about. */
export class ReadClaims {
  constructor(private readonly claims: Pick<ClaimStore, 'find' | 'list'>) {}

  async one(id: string, viewer: Actor): Promise<SeenClaim> {
    const held = await this.claims.find(id);
    if (held === null) throw claimMissing();
    return seenClaim(held, viewer);
  }

  async list(query: ClaimQuery, viewer: Actor): Promise<readonly SeenClaim[]> {
    const held = await this.claims.list(query, viewer);
    return held.map((one) => seenClaim(one, viewer));
  }
}
