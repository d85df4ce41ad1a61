import type { Clock } from '@foundnow/kernel';
import type { Claims, VerifiedClaim } from './claims.port.ts';
import type { Delivery } from './post-upkeep.port.ts';

/** An item is home: both posts of the match have come to their end. */
export class ReturnItem {
  constructor(
    private readonly claims: Claims,
    private readonly clock: Clock,
  ) {}

  async run(claim: VerifiedClaim, delivery: Delivery): Promise<void> {
    const { matchId, claimId, lost, found } = claim;
    await this.claims.keep(claim, delivery, (post) => {
      // Its people may have closed it already, or it has expired: then it is no longer looked for.
      if (post.state.status !== 'active') return [];
      const counterpartPostId = post.state.id === lost.postId ? found.postId : lost.postId;
      return post.resolve('returned', { matchId, claimId, counterpartPostId }, null, this.clock.now());
    });
  }
}
