import type { Clock, IdGenerator } from '@foundnow/kernel';
import { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import { contactPolicyOf, isContactOffered } from '../../domain/contact-exchange/contact-policy.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import { contactRulesOf } from '../organizations/contact-rules-of.ts';
import type { Organization } from '../organizations/organizations.port.ts';
import type { VerifiedClaim } from '../posts/claims.port.ts';

interface FoundItem {
  readonly found: PostState;
  readonly organization: Organization | undefined;
}

/** A verified claim asks the finder for contact, without anybody having to. */
export class OpenByClaim {
  constructor(
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** `found` is the post of the finder. Null: there is nothing to open. */
  run(
    { found, organization }: FoundItem,
    { matchId, claimId, claimantId, lost }: VerifiedClaim,
  ): ReturnType<typeof ContactExchange.byClaim> {
    const requesterId = claimantId ?? lost.authorId;
    if (requesterId === null || !isContactOffered(contactPolicyOf(contactRulesOf(organization)), found)) return null;
    return ContactExchange.byClaim(found, { id: this.ids.next(), requesterId, matchId, claimId }, this.clock.now());
  }
}
