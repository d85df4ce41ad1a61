import type { Database } from '@foundnow/postgres';
import type { MatchReason } from '../../../domain/match/match.ts';
import { levelsOf } from '../../../domain/match/material.ts';
import type {
  CountedMatches,
  Duration,
  JudgedTier,
  LabelledPair,
  MatchRecord,
} from '../../../use-cases/stats/match-record.port.ts';

const COUNTED =
  'select tier, status, count(*)::int as count from matcher.match group by tier, status order by tier, status';
/** That somebody has it already, or gives no reason that is about the item, says nothing about the pair. */
const IS_SAME = `(m.status = 'returned' or m.status = 'confirmed')`;
const IS_DIFFERENT = `(m.status = 'rejected' and m.end_reason in ('wrong_item', 'wrong_location', 'wrong_time'))`;
/** By the tier that a match had when it was first answered: what it was shown as. */
const FIRST = `select distinct on (match_id) match_id, tier, probability from matcher.match_answer
  where answered_at > $1 order by match_id, match_version`;
const JUDGED = `with first as (${FIRST}), answers as (
    select first.tier, answer, count(*)::int as count from matcher.match_answer a join first using (match_id)
    group by first.tier, answer)
  select first.tier,
    coalesce((select count from answers a where a.tier = first.tier and answer = 'confirmed'), 0) as confirmations,
    coalesce((select count from answers a where a.tier = first.tier and answer = 'rejected'), 0) as rejections,
    count(*) filter (where ${IS_SAME})::int as same, count(*) filter (where ${IS_DIFFERENT})::int as different
  from first join matcher.match m using (match_id) group by first.tier order by first.tier`;
const REPORTED = (post: string) => `to_timestamp((${post}.said->>'reportedAt')::float8 / 1000)`;
const DURATIONS = `with took as (
    select 'match' as step, m.found_at - greatest(${REPORTED('l')}, ${REPORTED('f')}) as time
      from matcher.match m join matcher.post l on l.post_id = m.lost_post_id join matcher.post f on f.post_id = m.found_post_id
      where m.found_at > $1
    union all select 'confirm', m.confirmed_at - m.found_at from matcher.match m where m.confirmed_at > $1
    union all select 'return', c.ended_at - m.found_at from matcher.claim c join matcher.match m using (match_id)
      where c.status = 'returned' and c.ended_at > $1),
  seconds as (select step, greatest(0, extract(epoch from time))::float8 as s from took where time is not null)
  select steps.step, count(s)::int as count, percentile_cont(0.5) within group (order by s) as "medianSeconds",
    percentile_cont(0.9) within group (order by s) as "p90Seconds"
  from (values ('match', 1), ('confirm', 2), ('return', 3)) as steps(step, place) left join seconds using (step)
  group by steps.step, steps.place order by steps.place`;
const LABELS = `select m.match_id, m.lost_post_id, m.found_post_id, ${IS_SAME} as is_same, m.tier, m.probability,
    m.model_version, m.reasons, coalesce(m.ended_at, m.confirmed_at, m.found_at) as decided_at
  from matcher.match m where (${IS_SAME} or ${IS_DIFFERENT})
    and coalesce(m.ended_at, m.confirmed_at, m.found_at) > $1 and m.match_id > $2 order by m.match_id limit 500`;

const KEEPER = { worker: 'keeper' } as const;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface LabelRow {
  readonly match_id: string;
  readonly lost_post_id: string;
  readonly found_post_id: string;
  readonly is_same: boolean;
  readonly tier: LabelledPair['tier'];
  readonly probability: number;
  readonly model_version: string;
  readonly reasons: readonly MatchReason[];
  readonly decided_at: Date;
}

export class PostgresMatchRecord implements MatchRecord {
  constructor(private readonly database: Database) {}

  async matches(): Promise<readonly CountedMatches[]> {
    return this.database.read(KEEPER, (tx) => tx.query<CountedMatches>(COUNTED));
  }

  async judged(since: Date): Promise<readonly JudgedTier[]> {
    return this.database.read(KEEPER, (tx) => tx.query<JudgedTier>(JUDGED, [since]));
  }

  async durations(since: Date): Promise<readonly Duration[]> {
    return this.database.read(KEEPER, (tx) => tx.query<Duration>(DURATIONS, [since]));
  }

  async *labels(since: Date): AsyncIterable<LabelledPair> {
    for (let after: string | undefined = FIRST_ID; after !== undefined;) {
      const page: string = after;
      const rows = await this.database.read(KEEPER, (tx) => tx.query<LabelRow>(LABELS, [since, page]));
      yield* rows.map(toLabel);
      after = rows.at(-1)?.match_id;
    }
  }
}

function toLabel(row: LabelRow): LabelledPair {
  return {
    lostId: row.lost_post_id,
    foundId: row.found_post_id,
    isSame: row.is_same,
    tier: row.tier,
    probability: row.probability,
    modelVersion: row.model_version,
    levels: levelsOf(row.reasons),
    decidedAt: row.decided_at,
  };
}
