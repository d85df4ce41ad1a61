import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import type { VerifiedClaim } from '../../../use-cases/posts/claims.port.ts';
import { KeepClaim } from '../../../use-cases/posts/keep-claim.ts';
import { ReturnItem } from '../../../use-cases/posts/return-item.ts';

@Controller()
export class MatcherHandler {
  constructor(
    private readonly keepClaim: KeepClaim,
    private readonly returnItem: ReturnItem,
  ) {}

  @OnEvent('claim.verified')
  async onClaimVerified(claim: EventMap['claim.verified'], context: EventContext): Promise<void> {
    await this.keepClaim.run(claimOf(claim), context);
  }

  @OnEvent('item.returned')
  async onItemReturned(returned: EventMap['item.returned'], context: EventContext): Promise<void> {
    await this.returnItem.run(claimOf(returned), context);
  }
}

function claimOf(event: EventMap['claim.verified'] | EventMap['item.returned']): VerifiedClaim {
  const { matchId, claimId, aggregateVersion: version, lost, found, claimantId } = event;
  return {
    matchId,
    claimId,
    version,
    lost: { postId: lost.postId, authorId: lost.authorId },
    found: { postId: found.postId, authorId: found.authorId },
    claimantId,
  };
}
