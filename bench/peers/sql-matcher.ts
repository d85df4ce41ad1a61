import pg from 'pg';

/** What is known of a post that is to be matched. */
export interface NewPost {
  readonly kind: 'lost' | 'found';
  readonly category: string;
  readonly title: string;
  readonly place: { readonly lat: number; readonly lng: number };
  readonly radiusMeters: number;
  readonly occurredFrom: number;
}

/** The same posts in a table of its own, indexed as the documentation of the extensions shows it. */
const PREPARE = `
  create extension cube;
  create extension earthdistance;
  create extension pg_trgm;
  create table peer_post as
    select post_id as id, kind, category_group, title, lat, lng, happened_from, happened_to, reach_meters
    from matcher.post_block join matcher.post using (post_id, kind);
  create index on peer_post using gist (ll_to_earth(lat, lng));
  create table peer_match (lost text, id uuid, score float8)`;

/** 0.40 for looks is left out: nothing here has any. */
const MATCH = `
  insert into peer_match
  select $1, id, score from (
    select id, (0.3 * (1 - meters / $5) + 0.2 * similarity(title, $6) + 0.1 * greatest(0, 1 - hours / 720)) / 0.6 as score
    from peer_post,
      lateral (select earth_distance(ll_to_earth($2, $3), ll_to_earth(lat, lng)) as meters,
        abs(happened_from - $7) / 3600000.0 as hours) as away
    where earth_box(ll_to_earth($2, $3), $5) @> ll_to_earth(lat, lng) and meters <= $5 and kind = $4
      and category_group = any($8) and happened_to >= $9 and happened_from <= $10) as scored
  where score >= 0.5`;

const DAY_MS = 86_400_000;
/** Of the reach of most posts around. */
const REACH_METERS = 2_500;

/** One statement finds and weighs everything: no model, no reasons, no events, no row-level security. */
export class SqlMatcher {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<SqlMatcher> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(PREPARE);
    await client.query('vacuum analyze peer_post');
    return new SqlMatcher(client);
  }

  /** Milliseconds. */
  async time({ kind, category, title, place, radiusMeters, occurredFrom: from }: NewPost): Promise<number> {
    const reach = 1.5 * radiusMeters + 1_500 + REACH_METERS;
    const [first, last] =
      kind === 'lost' ? [from - 2 * DAY_MS, from + 60 * DAY_MS] : [from - 60 * DAY_MS, from + 2 * DAY_MS];
    const other = kind === 'lost' ? 'found' : 'lost';
    const groups = [category.split('.', 1)[0]];
    const values = ['new', place.lat, place.lng, other, reach, title, from, groups, first, last];
    const start = performance.now();
    await this.client.query({ name: 'match', text: MATCH, values });
    return performance.now() - start;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
