import type { Tx } from '@foundnow/postgres';
import { type AnsweredSoFar, type EarlyMatch, LIMITS } from '../../../domain/claim/claim-limits.ts';
import type { Match } from '../../../domain/match/match.ts';

const COUNTED = `select
    count(*) filter (where share = 'common')::int as common,
    count(*) filter (where share = 'own')::int as own,
    count(*) filter (where share is not null and claimant_id = $3)::int as mine,
    count(*) filter (where share = 'own' and claimant_id = $3)::int as mine_of_own,
    min(opened_at) filter (where share is not null and claimant_id is distinct from $3) as first_of_others
  from matcher.claim where found_post_id = $1 and opened_at > $2`;
const HERS = `select
    count(*) filter (where status = 'denied' and decided_at > $3)::int as denied,
    min(decided_at) filter (where status = 'denied' and decided_at > $3) as first_denial,
    coalesce(bool_or(status in ('opened', 'verified')), false) as is_open
  from matcher.claim where found_post_id = $1 and claimant_id = $2
    and (denial_reason is null or denial_reason <> 'other_claim_verified') and (decided_by is not null or status = 'opened')`;
/**
 * Who was looking for it before it was found copied nobody's description: those come first. The ids of posts rise with
 * time. What was rejected counts as well, so that nobody makes room by it.
 */
const RANK = `select 1 + count(*)::int as rank from matcher.match other, matcher.match mine
  where mine.match_id = $1 and other.found_post_id = mine.found_post_id and other.match_id <> mine.match_id
    and other.tier = 'notify' and (other.lost_post_id < other.found_post_id, other.probability, mine.match_id)
      > (mine.lost_post_id < mine.found_post_id, mine.probability, other.match_id)`;

interface Counted {
  readonly common: number;
  readonly own: number;
  readonly mine: number;
  readonly mine_of_own: number;
  readonly first_of_others: Date | null;
}

interface Hers {
  readonly denied: number;
  readonly first_denial: Date | null;
  readonly is_open: boolean;
}

/** Only while nobody else can answer for the item: see `ONE_AT_A_TIME`. */
export async function answeredSoFar(tx: Tx, match: Match, personId: string, now: Date): Promise<AnsweredSoFar> {
  const since = new Date(now.getTime() - LIMITS.windowMillis);
  const [all] = await tx.query<Counted>(COUNTED, [match.foundPostId, since, personId]);
  const [hers] = await tx.query<Hers>(HERS, [match.foundPostId, personId, since]);
  return {
    common: all?.common ?? 0,
    own: all?.own ?? 0,
    mine: all?.mine ?? 0,
    mineOfOwn: all?.mine_of_own ?? 0,
    firstOfOthers: all?.first_of_others ?? null,
    deniedMine: hers?.denied ?? 0,
    firstDenial: hers?.first_denial ?? null,
    isOpen: hers?.is_open ?? false,
  };
}

export async function earlyMatch(tx: Tx, { id, tier, foundAt }: Match): Promise<EarlyMatch> {
  const [row] = await tx.query<{ rank: number }>(RANK, [id]);
  return { tier, foundAt, rank: row?.rank ?? Number.POSITIVE_INFINITY };
}
