import type { IdGenerator } from '@foundnow/kernel';
import type { Database, Tx } from '@foundnow/postgres';
import { discover, reassess } from '../../../domain/match/assess.ts';
import { expire } from '../../../domain/match/expire.ts';
import type { Match } from '../../../domain/match/match.ts';
import type { MatchChange } from '../../../domain/match/match-events.ts';
import type { PairStore, ScoredPair, ScoredPost } from '../../../use-cases/scoring/pair-store.port.ts';
import type { ScoringJob } from '../../../use-cases/scoring/scoring-jobs.port.ts';
import { matchColumns, type MatchRow, toMatch } from '../matches/match.row.ts';
import { type MatchWriter, sidesOf } from '../matches/match-writer.ts';
import { SIDE_COLUMNS, type SideRow } from '../matches/side.row.ts';

/** In the order of their ids, as everybody does; two that score one pair take turns. */
const LOCK_POSTS = `select revision::float8 as revision, ${SIDE_COLUMNS} from matcher.post
  where post_id = any($1::uuid[]) order by post_id for no key update`;
const LOCK_MATCHES = `select ${matchColumns('match')} from matcher.match
  where (lost_post_id = $1 and found_post_id = any($2::uuid[])) or (found_post_id = $1 and lost_post_id = any($2::uuid[]))
  order by match_id for update`;
const OPEN_PARTNERS = `select lost_post_id, found_post_id from matcher.match
  where (lost_post_id = $1 or found_post_id = $1) and status in ('pending', 'confirmed')`;
const END_JOB = 'delete from matcher.scoring_job where post_id = $1 and lease = $2 returning 1';
const SCORED = 'update matcher.post set scored_with = $2 where post_id = $1 and scored_with is distinct from $2';

const SCORER = { worker: 'scorer' } as const;

type LockedSide = SideRow & { revision: number };
type Change = (match: Match | null, pair: ScoredPair) => MatchChange | null;

export class PostgresPairs implements PairStore {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly ids: IdGenerator,
  ) {}

  async store(job: ScoringJob, { postId, revision, scoredWith, pairs }: ScoredPost, now: Date): Promise<boolean> {
    return this.database.transaction(SCORER, async (tx) => {
      const posts = await this.lock(tx, job, [postId, ...pairs.map(({ partner }) => partner.postId)], revision);
      if (posts === null) return false;
      const standing = pairs.filter(({ partner }) => posts.get(partner.postId)?.revision === partner.revision);
      await this.change(tx, postId, standing, posts, (match, pair) => {
        if (match !== null) return reassess(match, pair.verdict, job.cause, now);
        return pair.verdict && discover({ ...pair, id: this.ids.next() }, pair.verdict, now);
      });
      tx.send(SCORED, [postId, scoredWith]);
      return true;
    });
  }

  async end(job: ScoringJob, { revision, end }: Parameters<PairStore['end']>[1], now: Date): Promise<boolean> {
    return this.database.transaction(SCORER, async (tx) => {
      const { postId } = job;
      const open = await tx.query<{ lost_post_id: string; found_post_id: string }>(OPEN_PARTNERS, [postId]);
      const pairs = open.map(({ lost_post_id: lostPostId, found_post_id: foundPostId }) => {
        const partner = { postId: lostPostId === postId ? foundPostId : lostPostId, revision: 0 };
        return { lostPostId, foundPostId, partner, verdict: null };
      });
      const posts = await this.lock(tx, job, [postId, ...pairs.map(({ partner }) => partner.postId)], revision);
      if (posts === null) return false;
      await this.change(tx, postId, pairs, posts, (match) => match && expire(match, end, now));
      return true;
    });
  }

  /** Null: the post has changed, or the job is another's by now. Ends the job otherwise. */
  private async lock(tx: Tx, { postId, lease }: ScoringJob, postIds: readonly string[], revision: number) {
    const rows = await tx.query<LockedSide>(LOCK_POSTS, [postIds]);
    const posts = new Map(rows.map((row) => [row.post_id, row]));
    if (posts.get(postId)?.revision !== revision) return null;
    return (await tx.query(END_JOB, [postId, lease])).length === 0 ? null : posts;
  }

  private async change(
    tx: Tx,
    postId: string,
    pairs: readonly ScoredPair[],
    posts: ReadonlyMap<string, LockedSide>,
    decide: Change,
  ): Promise<void> {
    if (pairs.length === 0) return;
    const rows = await tx.query<MatchRow>(LOCK_MATCHES, [postId, pairs.map(({ partner }) => partner.postId)]);
    const held = new Map(rows.map((row) => [`${row.lost_post_id} ${row.found_post_id}`, toMatch(row)]));
    for (const pair of pairs) {
      const { lostPostId, foundPostId } = pair;
      const match = held.get(`${lostPostId} ${foundPostId}`) ?? null;
      const changed = decide(match, pair);
      if (changed === null || changed.match === match) continue;
      const sides = sidesOf([...posts.values()], { lost_post_id: lostPostId, found_post_id: foundPostId });
      await this.writer.save(tx, changed, sides);
    }
  }
}
