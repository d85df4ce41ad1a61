import type { ContactEvent } from '../../domain/contact-exchange/contact-events.ts';
import type { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import type { Organization } from '../organizations/organizations.port.ts';
import type { Change } from './post-store.port.ts';
import type { Delivery } from './post-upkeep.port.ts';

/** A claim that fn-matcher verified: its two sides may know each other's place. */
export interface VerifiedClaim {
  readonly matchId: string;
  readonly claimId: string;
  /** Of the match. */
  readonly version: number;
  readonly lost: ClaimSide;
  readonly found: ClaimSide;
  readonly claimantId: string | null;
}

export interface ClaimSide {
  readonly postId: string;
  /** Null once that person was erased. */
  readonly authorId: string | null;
}

/** `organization`: whose the post is, where it is one's and known. */
export type ContactOpening = (
  found: PostState,
  organization: Organization | undefined,
) => { readonly exchange: ContactExchange; readonly events: readonly ContactEvent[] } | null;

export interface Claims {
  /**
   * Once per delivery, and not when this version of the match or a newer one is known: so a replay finds nothing to
   * do. `change` is for those of its two posts that exist. All of it is one transaction.
   */
  keep(claim: VerifiedClaim, delivery: Delivery, change: Change): Promise<void>;
  /** The same, and what `opening` makes of the finder's post, unless one is open between the two already. */
  keepOpening(claim: VerifiedClaim, delivery: Delivery, opening: ContactOpening): Promise<void>;
}
