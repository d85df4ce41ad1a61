import type { Tx } from '@foundnow/postgres';
import type { Match } from '../../../domain/match/match.ts';
import type { MatchSides } from '../../../domain/match/match-side.ts';
import type { ScoringJob } from '../../../use-cases/scoring/scoring-jobs.port.ts';
import { matchColumns, type MatchRow, toMatch } from '../matches/match.row.ts';
import { sidesOf } from '../matches/match-writer.ts';
import { SIDE_COLUMNS, type SideRow } from '../matches/side.row.ts';
import type { PairKey } from './pair.row.ts';

/** A post, others, and those that it was paired or matched with. In the order of their ids, as everybody does; two that score one pair take turns. */
const LOCK_POSTS = `select revision::float8 as revision, ${SIDE_COLUMNS} from matcher.post
  where post_id = any($2::uuid[] || $1::uuid || array(
    select found_post_id from matcher.pair where lost_post_id = $1
    union all select lost_post_id from matcher.pair where found_post_id = $1
    union all select found_post_id from matcher.match where lost_post_id = $1 and status <> 'returned'
    union all select lost_post_id from matcher.match where found_post_id = $1 and status <> 'returned'))
  order by post_id for no key update`;
const LOCK_MATCHES = `select ${matchColumns('match')} from matcher.match
  where lost_post_id = $1 or found_post_id = $1 order by match_id for update`;
const END_JOB = 'delete from matcher.scoring_job where post_id = $1 and lease = $2 returning 1';

type LockedSide = SideRow & { revision: number };

/** Posts that nobody else changes, pairs or weighs as long as the transaction lasts. */
export class LockedPosts {
  private constructor(private readonly posts: ReadonlyMap<string, LockedSide>) {}

  static async lock(tx: Tx, postId: string, others: readonly string[]): Promise<LockedPosts> {
    const rows = await tx.query<LockedSide>(LOCK_POSTS, [postId, others]);
    return new LockedPosts(new Map(rows.map((row) => [row.post_id, row])));
  }

  has(postId: string): boolean {
    return this.posts.has(postId);
  }

  isAt(postId: string, revision: number | undefined): boolean {
    return revision !== undefined && this.posts.get(postId)?.revision === revision;
  }

  async endJob(tx: Tx, { postId, lease }: ScoringJob): Promise<boolean> {
    return (await tx.query(END_JOB, [postId, lease])).length > 0;
  }

  /** Those that are told of nothing any more are left alone. */
  async matchesOf(tx: Tx, postId: string): Promise<readonly { readonly match: Match; readonly pair: PairKey }[]> {
    const rows = await tx.query<MatchRow>(LOCK_MATCHES, [postId]);
    return rows
      .filter((row) => this.has(row.lost_post_id) && this.has(row.found_post_id))
      .map((row) => ({ match: toMatch(row), pair: row }));
  }

  sidesOf(pair: PairKey): MatchSides {
    return sidesOf([...this.posts.values()], pair);
  }
}
