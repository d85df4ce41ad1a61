import type { Tx } from '@foundnow/postgres';
import type { Verdict } from '../../../domain/match/assess.ts';
import { verdictOn } from '../../../domain/match/weigh-pair.ts';
import { type Contender, contendersAmong, contentionBeside } from '../../../domain/scoring/contention.ts';
import type { ScoringRules } from '../../../use-cases/scoring/score-post.ts';
import { keyOf, otherOf, type PairRow, WEIGHTS_OF } from './pair.row.ts';

type Weight = Pick<PairRow, 'lost_post_id' | 'found_post_id' | 'weight'>;

/** What each pair of a post that might be worth something is worth beside all others of both its posts. */
export async function verdictsOf(
  tx: Tx,
  { postId, kind }: { readonly postId: string; readonly kind: 'lost' | 'found' },
  own: readonly PairRow[],
  { scoring, thresholds }: Pick<ScoringRules, 'scoring' | 'thresholds'>,
): Promise<ReadonlyMap<string, Verdict>> {
  const plausible = own.filter(({ reasons }) => reasons !== null);
  if (plausible.length === 0) return new Map();
  const theirs = await tx.query<Weight>(WEIGHTS_OF[kind === 'lost' ? 'found' : 'lost'], [
    plausible.map((row) => otherOf(postId, row)),
  ]);
  const ours = contendersOf(postId, own);
  const byPartner = Map.groupBy(theirs, (row) => (kind === 'lost' ? row.found_post_id : row.lost_post_id));
  return new Map(
    plausible.map((row) => {
      const partner = otherOf(postId, row);
      const besideUs = contentionBeside(partner, ours);
      const besideThem = contentionBeside(postId, contendersOf(partner, byPartner.get(partner) ?? []));
      const [ofLost, ofFound] = kind === 'lost' ? [besideUs, besideThem] : [besideThem, besideUs];
      const pair = { weight: row.weight, reasons: row.reasons ?? [], distanceMeters: row.distance_meters };
      return [keyOf(row), verdictOn(pair, { ofLost, ofFound }, scoring.model, thresholds)] as const;
    }),
  );
}

function contendersOf(postId: string, rows: readonly Weight[]): Contender[] {
  return contendersAmong(rows.map((row) => ({ postId: otherOf(postId, row), weight: row.weight })));
}
