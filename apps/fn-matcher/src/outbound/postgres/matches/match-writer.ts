import type { OutboxWriter } from '@foundnow/outbox';
import type { Tx } from '@foundnow/postgres';
import type { Match } from '../../../domain/match/match.ts';
import type { MatchChange } from '../../../domain/match/match-events.ts';
import type { MatchSides } from '../../../domain/match/match-side.ts';
import type { HeldMatch } from '../../../use-cases/matches.port.ts';
import { toOutgoingMatchEvent } from '../../events/wire-matches.ts';
import { matchColumns, type MatchRow, toMatch } from './match.row.ts';
import { SIDE_COLUMNS, type SideRow, toSide } from './side.row.ts';

/**
 * Whoever locks posts and matches locks posts first, each in the order of their ids. Posts for share: scoring and
 * answering do not change them.
 */
const PAIR = 'select lost_post_id, found_post_id from matcher.match where match_id = $1';
const LOCK_POSTS = `select ${SIDE_COLUMNS} from matcher.post where post_id = any($1::uuid[]) order by post_id for share`;
const LOCK = `select ${matchColumns('match')} from matcher.match where match_id = $1 for update`;
const SAVE = `insert into matcher.match as held (match_id, version, lost_post_id, found_post_id, lost_author_id,
    lost_org_id, found_author_id, found_org_id, status, lost_decision, found_decision, confirmed_by, probability, tier,
    weight, model_version, reasons, distance_meters, end_reason, ended_with, found_at, confirmed_at, ended_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
  on conflict (match_id) do update set version = excluded.version, status = excluded.status,
    lost_author_id = excluded.lost_author_id, found_author_id = excluded.found_author_id,
    lost_org_id = excluded.lost_org_id, found_org_id = excluded.found_org_id,
    lost_decision = excluded.lost_decision, found_decision = excluded.found_decision,
    confirmed_by = excluded.confirmed_by, probability = excluded.probability, tier = excluded.tier,
    weight = excluded.weight, model_version = excluded.model_version, reasons = excluded.reasons,
    distance_meters = excluded.distance_meters, end_reason = excluded.end_reason, ended_with = excluded.ended_with,
    found_at = excluded.found_at, confirmed_at = excluded.confirmed_at, ended_at = excluded.ended_at,
    expires_at = excluded.expires_at`;

/** Matches in somebody's transaction: each with its two posts, saved with its events. */
export class MatchWriter {
  constructor(private readonly outbox: OutboxWriter) {}

  /** Locks the match, and its posts for share. */
  async lock(tx: Tx, id: string): Promise<HeldMatch | null> {
    const [pair] = await tx.query<{ lost_post_id: string; found_post_id: string }>(PAIR, [id]);
    if (pair === undefined) return null;
    const sides = sidesOf(await this.lockPosts(tx, [pair.lost_post_id, pair.found_post_id]), pair);
    const [row] = await tx.query<MatchRow>(LOCK, [id]);
    return row === undefined ? null : { match: toMatch(row), sides };
  }

  async lockPosts(tx: Tx, postIds: readonly string[]): Promise<readonly SideRow[]> {
    return tx.query<SideRow>(LOCK_POSTS, [postIds]);
  }

  /** Only while both posts are locked: what the events say of them is what stands. */
  async save(tx: Tx, { match, events }: MatchChange, sides: MatchSides): Promise<void> {
    tx.send(SAVE, valuesOf(match, sides));
    await this.outbox.append(
      tx,
      events.map((event) => toOutgoingMatchEvent(event, sides)),
    );
  }
}

export function sidesOf(
  rows: readonly SideRow[],
  pair: { readonly lost_post_id: string; readonly found_post_id: string },
): MatchSides {
  const sideOf = (postId: string) => {
    const row = rows.find(({ post_id }) => post_id === postId);
    if (row === undefined) throw new TypeError('A match stands on two posts, and one of them is not there');
    return toSide(row);
  };
  return { lost: sideOf(pair.lost_post_id), found: sideOf(pair.found_post_id) };
}

function valuesOf(match: Match, { lost, found }: MatchSides): unknown[] {
  return [
    match.id,
    match.version,
    match.lostPostId,
    match.foundPostId,
    lost.authorId,
    lost.orgId,
    found.authorId,
    found.orgId,
    match.status,
    match.decisions.lost,
    match.decisions.found,
    match.confirmedBy,
    match.probability,
    match.tier,
    match.weight,
    match.modelVersion,
    JSON.stringify(match.reasons),
    match.distanceMeters,
    match.endReason,
    match.endedWith && JSON.stringify(match.endedWith),
    match.foundAt,
    match.confirmedAt,
    match.endedAt,
    match.expiresAt,
  ];
}
