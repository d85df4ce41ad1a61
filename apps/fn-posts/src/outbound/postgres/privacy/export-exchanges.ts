import type { ContactState } from '../../../domain/contact-exchange/contact-state.ts';
import type { KeptClaim } from '../../../use-cases/privacy/export-source.port.ts';
import { toContactState } from '../contact/contact-row-mapping.ts';
import { SELECT_CONTACT } from '../contact/contact-table.ts';
import type { ContactRow } from '../contact/contact.row.ts';
import { FIRST_ID, type Listing, NOT_ERASED } from './export-pages.ts';

export const CONTACTS: Listing<ContactRow, ContactState> = {
  text: `${SELECT_CONTACT} where (owner_id = $1 or requester_id = $1) and id > $3::uuid and ${NOT_ERASED}
    order by id limit $2`,
  start: [FIRST_ID],
  positionOf: ({ id }) => [id],
  toItem: toContactState,
};

interface ClaimRow {
  readonly match_id: string;
  readonly claim_id: string;
  readonly lost_post_id: string;
  readonly found_post_id: string;
  readonly roles: KeptClaim['roles'];
}

export const CLAIMS: Listing<ClaimRow, KeptClaim> = {
  text: `select match_id, claim_id, lost_post_id, found_post_id, array_remove(array[
      case when claimant_id = $1 then 'claimant' end, case when lost_author_id = $1 then 'loser' end,
      case when found_author_id = $1 then 'finder' end], null) as roles
    from posts.verified_claim where (claimant_id = $1 or lost_author_id = $1 or found_author_id = $1)
      and match_id > $3::uuid and ${NOT_ERASED} order by match_id limit $2`,
  start: [FIRST_ID],
  positionOf: ({ match_id: matchId }) => [matchId],
  toItem: (row) => ({
    matchId: row.match_id,
    claimId: row.claim_id,
    lostPostId: row.lost_post_id,
    foundPostId: row.found_post_id,
    roles: row.roles,
  }),
};
