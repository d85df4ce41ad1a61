import type { IdGenerator } from '@foundnow/kernel';
import type { Database, Tx } from '@foundnow/postgres';
import { discover, reassess } from '../../../domain/match/assess.ts';
import { expire } from '../../../domain/match/expire.ts';
import type { MatchChange } from '../../../domain/match/match-events.ts';
import type { PairStore, ScoredPost } from '../../../use-cases/scoring/pair-store.port.ts';
import type { ScoringMeters } from '../../../use-cases/scoring/scoring-meters.port.ts';
import type { ScoringRules } from '../../../use-cases/scoring/score-post.ts';
import type { ScoringJob } from '../../../use-cases/scoring/scoring-jobs.port.ts';
import type { MatchWriter } from '../matches/match-writer.ts';
import { dropPairs, keepPairs } from './kept-pairs.ts';
import { LockedPosts } from './locked-posts.ts';
import { keyOf, otherOf, type PairKey, type PairRow, PAIRS_OF } from './pair.row.ts';
import { QUEUE_BALANCE, URGENCY } from './queue-scoring.ts';
import { verdictsOf } from './verdicts.ts';

const PARTNERS = `select lost_post_id, found_post_id from matcher.match
  where (lost_post_id = $1 or found_post_id = $1) and status <> 'returned'`;
/** With no other pair that might be worth something, another contender changes nothing. */
const WITH_OTHERS = `select post_id from unnest($2::uuid[]) as given (post_id) where exists (
    select from matcher.pair where reasons is not null and lost_post_id = post_id and found_post_id <> $1)
  or exists (select from matcher.pair where reasons is not null and found_post_id = post_id and lost_post_id <> $1)`;
const SCORED = 'update matcher.post set scored_with = $2 where post_id = $1 and scored_with is distinct from $2';

const SCORER = { worker: 'scorer' } as const;

type Own = { readonly postId: string; readonly kind: 'lost' | 'found' };

export class PostgresPairs implements PairStore {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly ids: IdGenerator,
    private readonly rules: () => Pick<ScoringRules, 'scoring' | 'thresholds'>,
    private readonly meters: Pick<ScoringMeters, 'told'>,
  ) {}

  async store(job: ScoringJob, { postId, kind, revision, ...scored }: ScoredPost, now: Date): Promise<boolean> {
    return this.database.transaction(SCORER, async (tx) => {
      const partners = scored.pairs.map(({ partnerId }) => partnerId);
      const locked = await this.lock(tx, job, { revision, partners });
      if (locked === null) return false;
      // A pair whose other post was not seen as it is now stays as it is, until that one's job.
      const isSeen = (partnerId: string) => locked.isAt(partnerId, scored.seen.get(partnerId));
      const before = await tx.query<PairRow>(PAIRS_OF, [postId]);
      const mine = before.filter((row) => isSeen(otherOf(postId, row)));
      const standing = scored.pairs.filter(({ partnerId }) => isSeen(partnerId));
      const concerned = keepPairs(tx, postId, mine, standing, this.rules());
      await this.rebalance(tx, postId, concerned, now);
      if (!(await this.weigh(tx, { postId, kind }, locked, { job, now }))) throw overtaken();
      tx.send(SCORED, [postId, scored.scoredWith]);
      return true;
    });
  }

  async balance(job: ScoringJob, { kind, revision }: Parameters<PairStore['balance']>[1], now: Date): Promise<boolean> {
    return this.database.transaction(SCORER, async (tx) => {
      const locked = await this.lock(tx, job, { revision, partners: [] });
      if (locked === null) return false;
      if (!(await this.weigh(tx, { postId: job.postId, kind }, locked, { job, now }))) throw overtaken();
      return true;
    });
  }

  async end(job: ScoringJob, { revision, end }: Parameters<PairStore['end']>[1], now: Date): Promise<boolean> {
    return this.database.transaction(SCORER, async (tx) => {
      const { postId } = job;
      const locked = await this.lock(tx, job, { revision, partners: [] });
      if (locked === null) return false;
      const pairs = await tx.query<PairRow>(PAIRS_OF, [postId]);
      dropPairs(tx, pairs);
      await this.rebalance(
        tx,
        postId,
        pairs.map((row) => otherOf(postId, row)),
        now,
      );
      for (const { match, pair } of await locked.matchesOf(tx, postId)) {
        await this.save(tx, locked, pair, expire(match, end, now));
      }
      return true;
    });
  }

  /** The post, those that it may be paired with, and those of its matches; ends the job when it is still ours. */
  private async lock(
    tx: Tx,
    job: ScoringJob,
    { revision, partners }: { readonly revision: number; readonly partners: readonly string[] },
  ): Promise<LockedPosts | null> {
    const { postId } = job;
    const [pairs, matches] = await Promise.all([
      tx.query<PairRow>(PAIRS_OF, [postId]),
      tx.query<PairKey>(PARTNERS, [postId]),
    ]);
    const others = [...pairs, ...matches].map((row) => otherOf(postId, row));
    const locked = await LockedPosts.lock(tx, [...new Set([postId, ...partners, ...others])]);
    return locked.isAt(postId, revision) && (await locked.endJob(tx, job)) ? locked : null;
  }

  private async weigh(
    tx: Tx,
    own: Own,
    locked: LockedPosts,
    { job, now }: { readonly job: ScoringJob; readonly now: Date },
  ): Promise<boolean> {
    const rows = await tx.query<PairRow>(PAIRS_OF, [own.postId]);
    if (!rows.every((row) => locked.has(otherOf(own.postId, row)))) return false;
    const verdicts = await verdictsOf(tx, own, rows, this.rules());
    const known = await locked.matchesOf(tx, own.postId);
    const matched = new Set(known.map(({ pair }) => keyOf(pair)));
    for (const { match, pair } of known) {
      const verdict = verdicts.get(keyOf(pair)) ?? null;
      await this.save(tx, locked, pair, reassess(match, verdict, job.cause, now), match);
    }
    for (const pair of rows.filter((row) => !matched.has(keyOf(row)))) {
      const verdict = verdicts.get(keyOf(pair)) ?? null;
      if (verdict === null) continue;
      const { lost_post_id: lostPostId, found_post_id: foundPostId } = pair;
      await this.save(tx, locked, pair, discover({ id: this.ids.next(), lostPostId, foundPostId }, verdict, now));
    }
    return true;
  }

  private async rebalance(tx: Tx, postId: string, others: readonly string[], now: Date): Promise<void> {
    if (others.length === 0) return;
    const rows = await tx.query<{ post_id: string }>(WITH_OTHERS, [postId, others]);
    if (rows.length === 0) return;
    tx.send(QUEUE_BALANCE, [rows.map((row) => row.post_id), 'edited', URGENCY.event, now]);
  }

  private async save(tx: Tx, locked: LockedPosts, pair: PairKey, change: MatchChange, before?: MatchChange['match']) {
    const { match, events } = change;
    if (match === before) return;
    await this.writer.save(tx, change, locked.sidesOf(pair));
    const isTold = events.some(({ type }) => type === 'found' || type === 'updated');
    if (isTold) tx.afterCommit(() => this.meters.told(match.tier));
  }
}

/** Another pair of the post was kept between looking for them and locking: the transaction begins anew. */
function overtaken(): Error {
  return Object.assign(new Error('A pair was kept meanwhile: try again'), { code: '40001' });
}
