import type { Tx } from '@foundnow/postgres';
import { isPlausible } from '../../../domain/match/weigh-pair.ts';
import type { ScoredPair } from '../../../use-cases/scoring/pair-store.port.ts';
import type { ScoringRules } from '../../../use-cases/scoring/score-post.ts';
import { DROP_PAIRS, KEEP_PAIRS, keyOf, otherOf, type PairRow } from './pair.row.ts';

export interface KeptPairs {
  readonly rows: readonly PairRow[];
  /** Whose other pairs have another contender, or one less. */
  readonly concerned: readonly string[];
}

/** Puts the pairs of a post in the place of those that were kept. */
export function keepPairs(
  tx: Tx,
  postId: string,
  before: readonly PairRow[],
  pairs: readonly ScoredPair[],
  { scoring, thresholds }: Pick<ScoringRules, 'scoring' | 'thresholds'>,
): KeptPairs {
  const held = new Map(before.map((row) => [keyOf(row), row]));
  const rows = pairs.map((pair): PairRow => {
    const { weight, distanceMeters: distance_meters } = pair;
    const reasons = isPlausible(pair, scoring.model, thresholds) ? pair.reasons : null;
    const key = { lost_post_id: pair.lostPostId, found_post_id: pair.foundPostId };
    return { ...key, weight, distance_meters, reasons };
  });
  const changed = rows.filter((row) => !isSame(row, held.get(keyOf(row))));
  const kept = new Set(rows.map(keyOf));
  const gone = before.filter((row) => !kept.has(keyOf(row)));
  if (changed.length > 0) tx.send(KEEP_PAIRS, columnsOf(changed));
  dropPairs(tx, gone);
  return { rows, concerned: [...changed, ...gone].map((row) => otherOf(postId, row)) };
}

export function dropPairs(tx: Tx, rows: readonly PairRow[]): void {
  if (rows.length === 0) return;
  tx.send(DROP_PAIRS, [rows.map((row) => row.lost_post_id), rows.map((row) => row.found_post_id)]);
}

function isSame(row: PairRow, held: PairRow | undefined): boolean {
  return (
    held !== undefined &&
    held.weight === row.weight &&
    held.distance_meters === row.distance_meters &&
    JSON.stringify(held.reasons) === JSON.stringify(row.reasons)
  );
}

function columnsOf(rows: readonly PairRow[]): unknown[] {
  return [
    rows.map((row) => row.lost_post_id),
    rows.map((row) => row.found_post_id),
    rows.map((row) => row.weight),
    rows.map((row) => row.distance_meters),
    rows.map((row) => (row.reasons === null ? null : JSON.stringify(row.reasons))),
  ];
}
