import type { Tx } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { VEIL_METERS } from '../../../domain/post/post-view.ts';
import type { NearbyQuery } from '../../../use-cases/posts/post-search.port.ts';
import { coverOf } from './cells.ts';
import { exactFor, filtered, Values, visibleTo } from './conditions.ts';
import { POST_COLUMNS } from './post-table.ts';
import type { PostRow } from './post.row.ts';

export interface NearbyRow extends PostRow {
  readonly meters: number;
}

/** To a stranger distances are told, compared and ordered in these steps. */
const STEP_METERS = 100;
/** Where the search begins: dense places fill a page from here. Of one category there is less around. */
const FIRST_METERS = { all: 1000, narrowed: 12_000 };
const EARTH_DIAMETER_METERS = 2 * 6_371_008.8;

/**
 * The nearest first, one more than the limit when there are more. It looks around the centre, and further out only
 * while the page is not full: the work follows what is shown, not how many posts there are within the radius.
 */
export async function nearbyRows(tx: Tx, query: NearbyQuery, viewer: Actor | null): Promise<readonly NearbyRow[]> {
  const { radiusMeters, limit, after, categories } = query;
  const first = categories?.length === 1 ? FIRST_METERS.narrowed : FIRST_METERS.all;
  for (let meters = Math.max(first, 1.5 * (after?.meters ?? 0)); ;) {
    const within = meters * 2 > radiusMeters ? radiusMeters : meters;
    const { text, values } = statementFor({ ...query, radiusMeters: within }, viewer);
    const rows = await tx.query<NearbyRow>(text, values);
    if (rows.length > limit || within === radiusMeters) return rows;
    meters = furtherThan(within, rows.length, limit);
  }
}

/** As far as there should be twice as many as needed, where they lie as dense as up to here. */
function furtherThan(meters: number, found: number, limit: number): number {
  return found === 0 ? Infinity : meters * Math.max(2, Math.sqrt((2 * (limit + 1)) / found));
}

function statementFor(query: NearbyQuery, viewer: Actor | null): { text: string; values: unknown[] } {
  const { center, radiusMeters, limit, after } = query;
  const values = new Values();
  const lat = values.put(center.lat, 'float8');
  const lng = values.put(center.lng, 'float8');
  const distance = (column: string) => `${EARTH_DIAMETER_METERS} * asin(least(1, sqrt(
    sin(radians(${column}lat - ${lat}) / 2) ^ 2 +
    cos(radians(${lat})) * cos(radians(${column}lat)) * sin(radians(${column}lng - ${lng}) / 2) ^ 2)))`;
  const veiled = `round(${distance('public_')} / ${STEP_METERS}) * ${STEP_METERS}`;
  const meters =
    viewer === null ? veiled : `case when ${exactFor(viewer, values)} then round(${distance('')}) else ${veiled} end`;
  // All posts lie in the cells of their public places; who sees the true one must look that much further.
  const { column, cells } = coverOf(center, radiusMeters + STEP_METERS / 2 + (viewer === null ? 0 : VEIL_METERS));
  const conditions = [
    `status = 'active'`,
    `${column} = any(${values.put(cells, 'bigint[]')})`,
    // Both kinds, where none is asked for: the index goes on to the time only through the kind.
    ...(query.kind ? [] : [`kind = any('{lost,found}')`]),
    ...filtered(query, values),
    visibleTo(viewer, values),
    `meters <= ${values.put(radiusMeters, 'float8')}`,
    ...(after ? [`(meters, id) > (${values.put(after.meters, 'float8')}, ${values.put(after.id, 'uuid')})`] : []),
  ];
  const text = `select ${POST_COLUMNS}, meters from posts.post, lateral (select ${meters} as meters) as away
    where ${conditions.join(' and ')} order by meters, id limit ${values.put(limit + 1, 'int')}`;
  return { text, values: values.list };
}
