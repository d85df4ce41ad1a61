import type { IdGenerator } from '@foundnow/kernel';
import type { Database, Tx } from '@foundnow/postgres';
import { discover, reassess } from '../../../domain/match/assess.ts';
import { expire } from '../../../domain/match/expire.ts';
import type { MatchChange } from '../../../domain/match/match-events.ts';
import type { PairStore, ScoredPost, Stored } from '../../../use-cases/scoring/pair-store.port.ts';
import type { ScoringMeters } from '../../../use-cases/scoring/scoring-meters.port.ts';
import type { ScoringRules } from '../../../use-cases/scoring/score-post.ts';
import type { ScoringJob } from '../../../use-cases/scoring/scoring-jobs.port.ts';
import type { MatchWriter } from '../matches/match-writer.ts';
import { dropPairs, keepPairs } from './kept-pairs.ts';
import { LockedPosts } from './locked-posts.ts';
import { keyOf, otherOf, type PairKey, type PairRow, PAIRS_OF } from './pair.row.ts';
import { QUEUE_BALANCE, URGENCY } from './queue-scoring.ts';
import { verdictsOf } from './verdicts.ts';

/** With no other pair that might be worth something, another contender changes nothing. */
const WITH_OTHERS = `select post_id from unnest($2::uuid[]) as given (post_id) where exists (
    select from matcher.pair where reasons is not null and lost_post_id = post_id and found_post_id <> $1)
  or exists (select from matcher.pair where reasons is not null and found_post_id = post_id and lost_post_id <> $1)`;
const SCORED = 'update matcher.post set scored_with = $2 where post_id = $1 and scored_with is distinct from $2';

const SCORER = { worker: 'scorer' } as const;

type Own = { readonly postId: string; readonly kind: 'lost' | 'found' };

/** What nobody else changes until the end. */
interface Held {
  readonly locked: LockedPosts;
  readonly pairs: readonly PairRow[];
  readonly matches: Awaited<ReturnType<LockedPosts['matchesOf']>>;
}

export class PostgresPairs implements PairStore {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly ids: IdGenerator,
    private readonly rules: () => Pick<ScoringRules, 'scoring' | 'thresholds'>,
    private readonly meters: Pick<ScoringMeters, 'told'>,
  ) {}

  async store(job: ScoringJob, { postId, kind, revision, ...scored }: ScoredPost, now: Date): Promise<Stored> {
    return this.database.transaction(SCORER, async (tx) => {
      const partners = scored.pairs.map(({ partnerId }) => partnerId);
      const held = await this.hold(tx, job, { revision, partners });
      if (held === null) return 'nothing';
      // A pair whose other post was not seen as it is now stays as it is, until that one's job.
      const isSeen = (partnerId: string) => held.locked.isAt(partnerId, scored.seen.get(partnerId));
      const mine = held.pairs.filter((row) => isSeen(otherOf(postId, row)));
      const theirs = held.pairs.filter((row) => !mine.includes(row));
      const standing = scored.pairs.filter(({ partnerId }) => isSeen(partnerId));
      tx.send(SCORED, [postId, scored.scoredWith]);
      const kept = keepPairs(tx, postId, mine, standing, this.rules());
      const weighing = this.weigh(tx, { postId, kind }, { ...held, pairs: [...theirs, ...kept.rows] }, { job, now });
      const [stored] = await Promise.all([this.rebalance(tx, postId, kept.concerned, now), weighing]);
      return stored;
    });
  }

  async balance(job: ScoringJob, { kind, revision }: Parameters<PairStore['balance']>[1], now: Date): Promise<Stored> {
    return this.database.transaction(SCORER, async (tx) => {
      const held = await this.hold(tx, job, { revision, partners: [] });
      if (held === null) return 'nothing';
      await this.weigh(tx, { postId: job.postId, kind }, held, { job, now });
      return 'alone';
    });
  }

  async end(job: ScoringJob, { revision, end }: Parameters<PairStore['end']>[1], now: Date): Promise<Stored> {
    return this.database.transaction(SCORER, async (tx) => {
      const { postId } = job;
      const held = await this.hold(tx, job, { revision, partners: [] });
      if (held === null) return 'nothing';
      dropPairs(tx, held.pairs);
      const others = held.pairs.map((row) => otherOf(postId, row));
      const stored = await this.rebalance(tx, postId, others, now);
      for (const { match, pair } of held.matches) await this.save(tx, held.locked, pair, expire(match, end, now));
      return stored;
    });
  }

  /** The post, those that it may be paired with, and those of its matches; ends the job when it is still ours. */
  private async hold(
    tx: Tx,
    job: ScoringJob,
    { revision, partners }: { readonly revision: number; readonly partners: readonly string[] },
  ): Promise<Held | null> {
    const { postId } = job;
    const locked = await LockedPosts.lock(tx, postId, partners);
    if (!locked.isAt(postId, revision)) return null;
    const [isOurs, pairs, matches] = await Promise.all([
      locked.endJob(tx, job),
      tx.query<PairRow>(PAIRS_OF, [postId]),
      locked.matchesOf(tx, postId),
    ]);
    if (!isOurs) return null;
    if (!pairs.every((row) => locked.has(otherOf(postId, row)))) throw overtaken();
    return { locked, pairs, matches };
  }

  private async weigh(
    tx: Tx,
    own: Own,
    { locked, pairs, matches }: Held,
    { job, now }: { readonly job: ScoringJob; readonly now: Date },
  ): Promise<void> {
    const verdicts = await verdictsOf(tx, own, pairs, this.rules());
    const matched = new Set(matches.map(({ pair }) => keyOf(pair)));
    for (const { match, pair } of matches) {
      const verdict = verdicts.get(keyOf(pair)) ?? null;
      await this.save(tx, locked, pair, reassess(match, verdict, job.cause, now), match);
    }
    for (const pair of pairs.filter((row) => !matched.has(keyOf(row)))) {
      const verdict = verdicts.get(keyOf(pair)) ?? null;
      if (verdict === null) continue;
      const { lost_post_id: lostPostId, found_post_id: foundPostId } = pair;
      await this.save(tx, locked, pair, discover({ id: this.ids.next(), lostPostId, foundPostId }, verdict, now));
    }
  }

  private async rebalance(tx: Tx, postId: string, others: readonly string[], now: Date): Promise<Stored> {
    if (others.length === 0) return 'alone';
    const rows = await tx.query<{ post_id: string }>(WITH_OTHERS, [postId, others]);
    if (rows.length === 0) return 'alone';
    tx.send(QUEUE_BALANCE, [rows.map((row) => row.post_id), 'edited', URGENCY.event, now]);
    return 'with-jobs';
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
