import type { Inbox } from '@foundnow/outbox';
import type { Claims, VerifiedClaim } from '../../../use-cases/posts/claims.port.ts';
import type { Change } from '../../../use-cases/posts/post-store.port.ts';
import type { Delivery } from '../../../use-cases/posts/post-upkeep.port.ts';
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
  ) {}

  async keep(claim: VerifiedClaim, delivery: Delivery, change?: Change): Promise<void> {
    const { matchId, version, claimId, lost, found, claimantId } = claim;
    await this.inbox.run(delivery, { worker: 'consumer' }, async (tx) => {
      const values = [matchId, version, claimId, lost.postId, lost.authorId, found.postId, found.authorId, claimantId];
      const isNews = (await tx.query(KEEP, values)).length > 0;
      if (!isNews || change === undefined) return;
      const rows = await tx.query<PostRow>(LOCK_POSTS, [[lost.postId, found.postId]]);
      await this.writer.change(tx, rows, change);
    });
  }
}
