import type { Clock, IdGenerator } from '@foundnow/kernel';
import { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import type { VerifiedClaim } from '../posts/claims.port.ts';

/** A verified claim asks the finder for contact, without anybody having to. */
export class OpenByClaim {
  constructor(
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** `found` is the post of the finder. Null: there is nothing to open. */
  run(
    found: PostState,
    { matchId, claimId, claimantId, lost }: VerifiedClaim,
  ): ReturnType<typeof ContactExchange.byClaim> {
    const requesterId = claimantId ?? lost.authorId;
    if (requesterId === null) return null;
    return ContactExchange.byClaim(found, { id: this.ids.next(), requesterId, matchId, claimId }, this.clock.now());
  }
}
