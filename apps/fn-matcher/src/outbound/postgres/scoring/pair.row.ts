import type { WeighedPair } from '../../../domain/match/weigh-pair.ts';

/** A row of matcher.pair. */
export interface PairRow {
  lost_post_id: string;
  found_post_id: string;
  weight: number;
  distance_meters: number | null;
  reasons: WeighedPair['reasons'] | null;
}

const COLUMNS = 'lost_post_id, found_post_id, weight, distance_meters, reasons';

export const PAIRS_OF = `select ${COLUMNS} from matcher.pair where lost_post_id = $1 union all
  select ${COLUMNS} from matcher.pair where found_post_id = $1`;
/** Who else the found, or the lost, posts may belong to. */
export const WEIGHTS_OF = {
  lost: 'select lost_post_id, found_post_id, weight from matcher.pair where lost_post_id = any($1::uuid[])',
  found: 'select lost_post_id, found_post_id, weight from matcher.pair where found_post_id = any($1::uuid[])',
};
export const KEEP_PAIRS = `insert into matcher.pair as held (lost_post_id, found_post_id, weight, distance_meters, reasons)
  select * from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::int[], $5::json[])
  on conflict (lost_post_id, found_post_id) do update set weight = excluded.weight,
    distance_meters = excluded.distance_meters, reasons = excluded.reasons`;
export const DROP_PAIRS = `delete from matcher.pair
  where (lost_post_id, found_post_id) in (select * from unnest($1::uuid[], $2::uuid[]))`;

export type PairKey = Pick<PairRow, 'lost_post_id' | 'found_post_id'>;

export function otherOf(postId: string, { lost_post_id: lost, found_post_id: found }: PairKey): string {
  return lost === postId ? found : lost;
}

export function keyOf({ lost_post_id: lost, found_post_id: found }: PairKey): string {
  return `${lost} ${found}`;
}
