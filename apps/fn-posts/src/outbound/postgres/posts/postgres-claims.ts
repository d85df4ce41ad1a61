import type { Inbox } from '@foundnow/outbox';
import type { Tx } from '@foundnow/postgres';
import type { Claims, ContactOpening, VerifiedClaim } from '../../../use-cases/posts/claims.port.ts';
import type { Change } from '../../../use-cases/posts/post-store.port.ts';
import type { Delivery } from '../../../use-cases/posts/post-upkeep.port.ts';
import type { ContactWriter } from '../contact/contact-writer.ts';
import { organizationIn } from '../organizations/postgres-organizations.ts';
import { toState } from './post-row-mapping.ts';
import type { PostWriter } from './post-writer.ts';
import type { PostRow } from './post.row.ts';
import { LOCK_POSTS } from './postgres-post-upkeep.ts';

const COLUMNS = `match_id, version, claim_id, lost_post_id, lost_author_id, found_post_id, found_author_id, claimant_id`;
const KEEP = `insert into posts.verified_claim as held (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (match_id) do update set (${COLUMNS}) = row(excluded.*) where held.version < excluded.version
  returning match_id`;

export class PostgresClaims implements Claims {
  constructor(
    private readonly inbox: Inbox,
    private readonly writer: PostWriter,
    private readonly contacts: ContactWriter,
  ) {}

  async keep(claim: VerifiedClaim, delivery: Delivery, change: Change): Promise<void> {
    await this.once(claim, delivery, async (tx) => {
      const rows = await tx.query<PostRow>(LOCK_POSTS, [[claim.lost.postId, claim.found.postId]]);
      await this.writer.change(tx, rows, change);
    });
  }

  async keepOpening(claim: VerifiedClaim, delivery: Delivery, opening: ContactOpening): Promise<void> {
    await this.once(claim, delivery, async (tx) => {
      const [row] = await tx.query<PostRow>(LOCK_POSTS, [[claim.found.postId]]);
      const organization = row?.org_id ? await organizationIn(tx, row.org_id) : undefined;
      const opened = row ? opening(toState(row), organization) : null;
      if (opened) await this.contacts.add(tx, opened.exchange, opened.events);
    });
  }

  private async once(
    { matchId, version, claimId, lost, found, claimantId }: VerifiedClaim,
    delivery: Delivery,
    whenNews: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await this.inbox.run(delivery, { worker: 'consumer' }, async (tx) => {
      const values = [matchId, version, claimId, lost.postId, lost.authorId, found.postId, found.authorId, claimantId];
      if ((await tx.query(KEEP, values)).length > 0) await whenNews(tx);
    });
  }
}
